import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../platform/access/decorators.ts';
import { Answers, AnswersNothing } from '../platform/http/answers.ts';
import { IdPipe } from '../platform/http/id.pipe.ts';
import { Located } from '../platform/http/located.ts';
import { IfMatch } from '../platform/http/versions.ts';
import { CannedAnswerPage, CannedAnswerShape, FilledAnswerShape } from './canned-answer.shape.ts';
import { CannedAnswerQuery, CreateCannedAnswerDto, FilledQuery, UpdateCannedAnswerDto } from './canned-answers.dto.ts';
import { CannedAnswersService } from './canned-answers.service.ts';

@ApiTags('canned answers')
@Controller('canned-answers')
export class CannedAnswersController {
  constructor(private readonly answers: CannedAnswersService) {}

  /** Everybody's and one's own. */
  @Get()
  @Can('canned-answer:read')
  @Answers(CannedAnswerPage)
  list(@Query() query: CannedAnswerQuery) {
    return this.answers.list(query);
  }

  @Get(':id')
  @Can('canned-answer:read')
  @Answers(CannedAnswerShape)
  read(@Param('id', IdPipe) id: string) {
    return this.answers.read(id);
  }

  /** The text as it is inserted on a ticket: variables filled in, what is missing marked. */
  @Get(':id/filled')
  @Can('canned-answer:read')
  @Answers(FilledAnswerShape)
  filled(@Param('id', IdPipe) id: string, @Query() { ticketId }: FilledQuery) {
    return this.answers.filled(id, ticketId);
  }

  /** A variable that does not exist is 400, a shortcut that is taken 409. */
  @Post()
  @Can('canned-answer:write')
  @Answers(CannedAnswerShape, 201)
  @Located('canned-answers')
  create(@Body() answer: CreateCannedAnswerDto) {
    return this.answers.create(answer);
  }

  @Patch(':id')
  @Can('canned-answer:write')
  @Answers(CannedAnswerShape)
  update(@Param('id', IdPipe) id: string, @Body() changes: UpdateCannedAnswerDto, @IfMatch() seen?: number) {
    return this.answers.update(id, changes, seen);
  }

  @Delete(':id')
  @Can('canned-answer:write')
  @AnswersNothing()
  async delete(@Param('id', IdPipe) id: string) {
    await this.answers.delete(id);
  }
}
