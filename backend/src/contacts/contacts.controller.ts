import { Body, Controller, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../platform/access/decorators.ts';
import { Answers, AnswersCreatedOrChanged, Created } from '../platform/http/answers.ts';
import { IdPipe } from '../platform/http/id.pipe.ts';
import { Located } from '../platform/http/located.ts';
import { IfMatch } from '../platform/http/versions.ts';
import { ContactPage, ContactShape } from './contact.shape.ts';
import { ContactQuery, CreateContactDto, PutContactDto, UpdateContactDto } from './contacts.dto.ts';
import { ContactsService } from './contacts.service.ts';
import { ExternalIdPipe } from './external-id.pipe.ts';

@ApiTags('contacts')
@Controller('contacts')
export class ContactsController {
  constructor(private readonly contacts: ContactsService) {}

  @Get()
  @Can('contact:read')
  @Answers(ContactPage)
  list(@Query() query: ContactQuery) {
    return this.contacts.list(query);
  }

  @Get(':id')
  @Can('contact:read')
  @Answers(ContactShape)
  read(@Param('id', IdPipe) id: string) {
    return this.contacts.read(id);
  }

  /** An address or external id that another contact has: 409 CONFLICT. */
  @Post()
  @Can('contact:create')
  @Answers(ContactShape, 201)
  @Located('contacts')
  create(@Body() contact: CreateContactDto) {
    return this.contacts.create(contact);
  }

  /** Makes the contact that another system knows by this id what is given: a new one (201), or that which has it (200). */
  @Put('by-external-id/:externalId')
  @Can('contact:update')
  @AnswersCreatedOrChanged(ContactShape)
  @Located('contacts')
  async put(@Param('externalId', ExternalIdPipe) externalId: string, @Body() given: PutContactDto, @Created() created: (isNew: boolean) => void) {
    const { contact, isNew } = await this.contacts.put(externalId, given);
    created(isNew);
    return contact;
  }

  @Patch(':id')
  @Can('contact:update')
  @Answers(ContactShape)
  update(@Param('id', IdPipe) id: string, @Body() changes: UpdateContactDto, @IfMatch() seen?: number) {
    return this.contacts.update(id, changes, seen);
  }

  /** Takes the contact out of lists and pickers. Its tickets stay with it, its addresses are free for others. */
  @Post(':id/archive')
  @Can('contact:archive')
  @Answers(ContactShape)
  archive(@Param('id', IdPipe) id: string, @IfMatch() seen?: number) {
    return this.contacts.archive(id, seen);
  }

  @Post(':id/restore')
  @Can('contact:archive')
  @Answers(ContactShape)
  restore(@Param('id', IdPipe) id: string, @IfMatch() seen?: number) {
    return this.contacts.restore(id, seen);
  }
}
