import { Module } from '@nestjs/common';
import { ContactsController } from './contacts.controller.ts';
import { ContactsGateway } from './contacts.gateway.ts';
import { ContactsService } from './contacts.service.ts';

@Module({
  controllers: [ContactsController],
  providers: [ContactsGateway, ContactsService],
  exports: [ContactsService],
})
export class ContactsModule {}
