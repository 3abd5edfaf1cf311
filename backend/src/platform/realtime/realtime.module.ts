import { Module, type DynamicModule } from '@nestjs/common';
import type { Settings } from '../config/settings.ts';
import { Handshake } from './handshake.ts';
import { Presence } from './presence.ts';
import { PresenceExchange } from './presence-exchange.ts';
import { RealtimeController } from './realtime.controller.ts';
import { RealtimeGateway } from './realtime.gateway.ts';
import { Rooms } from './rooms.ts';
import { Subscriptions } from './subscriptions.ts';

const GATEWAY = [Handshake, Presence, PresenceExchange, RealtimeGateway, Rooms, Subscriptions];

@Module({})
export class RealtimeModule {
  static with({ roles }: Settings): DynamicModule {
    const isGateway = roles.has('realtime');
    return { module: RealtimeModule, global: true, controllers: [RealtimeController], providers: isGateway ? GATEWAY : [], exports: isGateway ? [Presence] : [] };
  }
}
