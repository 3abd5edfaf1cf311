import { Module } from '@nestjs/common';
import { CompaniesController } from './companies/companies.controller.ts';
import { CompaniesService } from './companies/companies.service.ts';
import { ContactChanges } from './contact-changes.ts';
import { ContactsController } from './contacts.controller.ts';
import { ContactsGateway } from './contacts.gateway.ts';
import { ContactsService } from './contacts.service.ts';

@Module({
  controllers: [CompaniesController, ContactsController],
  providers: [CompaniesService, ContactChanges, ContactsGateway, ContactsService],
  exports: [CompaniesService, ContactsService],
})
export class ContactsModule {}
