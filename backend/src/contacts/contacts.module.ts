import { Module } from '@nestjs/common';
import { CompaniesController } from './companies/companies.controller.ts';
import { CompaniesService } from './companies/companies.service.ts';
import { ContactChanges } from './contact-changes.ts';
import { ContactsController } from './contacts.controller.ts';
import { ContactsGateway } from './contacts.gateway.ts';
import { ContactExport } from './export/contact-export.ts';
import { ContactImport } from './import/contact-import.ts';
import { ImportController } from './import/import.controller.ts';
import { RowImporter } from './import/row-importer.ts';
import { ContactsService } from './contacts.service.ts';
import { ContactMerging } from './merging/contact-merging.ts';
import { MergesController } from './merging/merges.controller.ts';
import { MergesService } from './merging/merges.service.ts';

@Module({
  // Merges first: `contacts/duplicates` is no contact's id.
  controllers: [ImportController, CompaniesController, MergesController, ContactsController],
  providers: [ContactExport, ContactImport, RowImporter, CompaniesService, ContactChanges, ContactMerging, ContactsGateway, ContactsService, MergesService],
  exports: [CompaniesService, ContactMerging, ContactsService],
})
export class ContactsModule {}
