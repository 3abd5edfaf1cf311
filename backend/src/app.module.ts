import { Module, type DynamicModule } from '@nestjs/common';
import { CannedAnswersModule } from './canned-answers/canned-answers.module.ts';
import { ContactsModule } from './contacts/contacts.module.ts';
import type { Settings } from './platform/config/settings.ts';
import { PlatformModule } from './platform/platform.module.ts';
import { NotificationsModule } from './notifications/notifications.module.ts';
import { TicketsModule } from './tickets/tickets.module.ts';
import { UsersModule } from './users/users.module.ts';

@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(settings), UsersModule, ContactsModule, TicketsModule, CannedAnswersModule, NotificationsModule] };
  }
}
