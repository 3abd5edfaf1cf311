import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../platform/access/decorators.ts';
import { Answers } from '../platform/http/answers.ts';
import { IdPipe } from '../platform/http/id.pipe.ts';
import { Located } from '../platform/http/located.ts';
import { ContactPage, ContactShape } from './contact.shape.ts';
import { ContactQuery, CreateContactDto } from './contacts.dto.ts';
import { ContactsService } from './contacts.service.ts';

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

  /** An address that another contact has: 409 CONFLICT. */
  @Post()
  @Can('contact:create')
  @Answers(ContactShape, 201)
  @Located('contacts')
  create(@Body() contact: CreateContactDto) {
    return this.contacts.create(contact);
  }
}
