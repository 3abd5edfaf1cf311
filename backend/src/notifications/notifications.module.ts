import { Module } from '@nestjs/common';
import { TicketsModule } from '../tickets/tickets.module.ts';
import { NotificationsController } from './notifications.controller.ts';
import { NotificationsGateway } from './notifications.gateway.ts';
import { NotificationsService } from './notifications.service.ts';
import { NotificationMailer } from './notification-mailer.ts';
import { Notifier } from './notifier.ts';

@Module({
  imports: [TicketsModule],
  controllers: [NotificationsController],
  providers: [NotificationMailer, NotificationsGateway, NotificationsService, Notifier],
})
export class NotificationsModule {}
