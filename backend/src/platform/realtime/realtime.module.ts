import { Module } from '@nestjs/common';
import { Handshake } from './handshake.ts';
import { Presence } from './presence.ts';
import { RealtimeController } from './realtime.controller.ts';
import { RealtimeGateway } from './realtime.gateway.ts';
import { Rooms } from './rooms.ts';
import { Subscriptions } from './subscriptions.ts';

@Module({
  controllers: [RealtimeController],
  providers: [Handshake, Presence, RealtimeGateway, Rooms, Subscriptions],
})
export class RealtimeModule {}
