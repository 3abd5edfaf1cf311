import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Channels } from './channels.ts';
import { EventBus } from './event-bus.ts';
import { Events } from './events.ts';
import { EventsController } from './events.controller.ts';
import { Feed } from './feed.ts';
import { Relay } from './relay.ts';
import { RelayHint } from './relay-hint.ts';

@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [EventsController],
  providers: [Channels, EventBus, Events, Feed, Relay, RelayHint],
  exports: [Channels, EventBus, Events, Feed, Relay],
})
export class EventsModule {}
