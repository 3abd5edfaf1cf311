import { Module, type DynamicModule, type Type } from '@nestjs/common';
import type { ModuleName } from '@kontor/contracts/permissions';
import { CannedAnswersModule } from './canned-answers/canned-answers.module.ts';
import { ContactsModule } from './contacts/contacts.module.ts';
import type { Settings } from './platform/config/settings.ts';
import { PlatformModule } from './platform/platform.module.ts';
import { NotificationsModule } from './notifications/notifications.module.ts';
import { TicketsModule } from './tickets/tickets.module.ts';
import { UsersModule } from './users/users.module.ts';
import { WebhooksModule } from './webhooks/webhooks.module.ts';

/** What a deployment may load. What is left out has no route, no channel and no job here. */
const DOMAINS: Record<ModuleName, Type> = {
  users: UsersModule,
  contacts: ContactsModule,
  tickets: TicketsModule,
  'canned-answers': CannedAnswersModule,
  notifications: NotificationsModule,
  webhooks: WebhooksModule,
};

@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    const domains = Object.entries(DOMAINS).filter(([name]) => settings.modules.has(name as ModuleName));
    return { module: AppModule, imports: [PlatformModule.with(settings), ...domains.map(([, module]) => module)] };
  }
}
