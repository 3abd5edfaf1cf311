import { Module } from '@nestjs/common';
import { ContactsModule } from '../../contacts/contacts.module.ts';
import { ActivityController } from './activity.controller.ts';
import { ActivityService } from './activity.service.ts';
import { MergingRequester } from './merging-requester.ts';

/** What tickets have to do with contacts: their timelines, and what moves when two become one. */
@Module({
  imports: [ContactsModule],
  controllers: [ActivityController],
  providers: [ActivityService, MergingRequester],
})
export class ActivityModule {}
