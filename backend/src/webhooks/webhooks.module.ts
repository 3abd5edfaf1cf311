import { Module } from '@nestjs/common';
import { TicketsModule } from '../tickets/tickets.module.ts';
import { UsersModule } from '../users/users.module.ts';
import { DeliveriesController } from './deliveries/deliveries.controller.ts';
import { DeliveriesService } from './deliveries/deliveries.service.ts';
import { FanOut } from './deliveries/fan-out.ts';
import { Forgetting } from './deliveries/forgetting.ts';
import { Message } from './deliveries/message.ts';
import { Sender } from './deliveries/sender.ts';
import { EndpointsController } from './endpoints/endpoints.controller.ts';
import { EndpointsService } from './endpoints/endpoints.service.ts';
import { ConnectionsController } from './incoming/connections.controller.ts';
import { ConnectionsService } from './incoming/connections.service.ts';
import { ReceivingController } from './incoming/receiving.controller.ts';
import { ReceivingService } from './incoming/receiving.service.ts';
import { StandardProvider } from './incoming/standard-provider.ts';
import { WebhookProviders } from './incoming/webhook-providers.ts';
import { WebhookSecrets } from './secrets.ts';

@Module({
  imports: [TicketsModule, UsersModule],
  controllers: [ConnectionsController, DeliveriesController, EndpointsController, ReceivingController],
  providers: [ConnectionsService, DeliveriesService, EndpointsService, FanOut, Forgetting, Message, ReceivingService, Sender, StandardProvider, WebhookProviders, WebhookSecrets],
})
export class WebhooksModule {}
