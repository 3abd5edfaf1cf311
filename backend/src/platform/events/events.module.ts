import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Channels } from './channels.ts';
import { EventBus } from './event-bus.ts';
import { EventPublisher } from './event-publisher.ts';
import { EventReceiver } from './event-receiver.ts';
import { Events } from './events.ts';
import { EventsController } from './events.controller.ts';
import { Feed } from './feed.ts';
import { Relay } from './relay.ts';
import { RelayHint } from './relay-hint.ts';

@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [EventsController],
  providers: [Channels, EventBus, EventPublisher, EventReceiver, Events, Feed, Relay, RelayHint],
  exports: [Channels, EventBus, EventReceiver, Events, Feed, Relay],
})
export class EventsModule {}
