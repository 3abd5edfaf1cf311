import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/access/decorators.ts';
import { Answers } from '../../platform/http/answers.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { IfMatch } from '../../platform/http/versions.ts';
import { ContactShape } from '../contact.shape.ts';
import { DuplicatePage } from './duplicate.shape.ts';
import { MergeContactDto } from './merges.dto.ts';
import { MergesService } from './merges.service.ts';

@ApiTags('contacts')
@Controller('contacts')
export class MergesController {
  constructor(private readonly merges: MergesService) {}

  /** Pairs of contacts of one name or number, at most 100. */
  @Get('duplicates')
  @Can('contact:read')
  @Answers(DuplicatePage)
  duplicates() {
    return this.merges.duplicates();
  }

  /** Others of the same name or number. */
  @Get(':id/duplicates')
  @Can('contact:read')
  @Answers(DuplicatePage)
  duplicatesOf(@Param('id', IdPipe) id: string) {
    return this.merges.duplicatesOf(id);
  }

  /** Takes in another contact with its addresses, tickets and messages. It can be undone at that one. */
  @Post(':id/merge')
  @Can('contact:merge')
  @Answers(ContactShape)
  merge(@Param('id', IdPipe) id: string, @Body() merge: MergeContactDto, @IfMatch() seen?: number) {
    return this.merges.merge(id, merge, seen);
  }

  /** Undoes the merge by which this contact has become part of another: what was moved and not changed since comes back. */
  @Post(':id/unmerge')
  @Can('contact:merge')
  @Answers(ContactShape)
  unmerge(@Param('id', IdPipe) id: string, @IfMatch() seen?: number) {
    return this.merges.unmerge(id, seen);
  }
}
