import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../access/decorators.ts';
import { Answers } from '../http/answers.ts';
import { IdPipe } from '../http/id.pipe.ts';
import { Expensive } from '../throttling/expensive.ts';
import { ListedMailShape, MailPage, MailShape, SendingShape } from './mail.shape.ts';
import { MailQuery } from './mails.dto.ts';
import { MailsService } from './mails.service.ts';

/** What the workspace has written by mail. Who does not see every ticket does not see mail about tickets. */
@ApiTags('mails')
@Controller('mails')
export class MailsController {
  constructor(private readonly mails: MailsService) {}

  /** Newest first. */
  @Get()
  @Can('mail:read')
  @Answers(MailPage)
  list(@Query() query: MailQuery) {
    return this.mails.list(query);
  }

  /** Whether mail leaves at all, and from which address. */
  @Get('sending')
  @Can('mail:read')
  @Answers(SendingShape)
  sending() {
    return this.mails.sending();
  }

  /** A message to one's own address, to see that mail arrives. */
  @Post('test')
  @Can('mail:send')
  @Expensive()
  @Answers(ListedMailShape, 201)
  test() {
    return this.mails.test();
  }

  @Get(':id')
  @Can('mail:read')
  @Answers(MailShape)
  read(@Param('id', IdPipe) id: string) {
    return this.mails.read(id);
  }

  /** Tries one that has failed, or was kept, again. @throws CONFLICT, GONE where its link no longer holds */
  @Post(':id/retry')
  @Can('mail:send')
  @Answers(ListedMailShape)
  retry(@Param('id', IdPipe) id: string) {
    return this.mails.retry(id);
  }
}
