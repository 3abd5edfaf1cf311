import { Controller, Headers, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { INCOMING_LIMITS } from '@kontor/contracts/webhooks';
import { Public } from '../../platform/access/decorators.ts';
import { AnswersNothing } from '../../platform/http/answers.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { TakesUnparsed, UnparsedBody } from '../../platform/http/unparsed-body.ts';
import { ReceivingService } from './receiving.service.ts';
import type { SentHeaders } from './webhook-providers.ts';

@ApiTags('webhooks')
@Controller('webhooks')
export class ReceivingController {
  constructor(private readonly receiving: ReceivingService) {}

  /** For other programs to send to, signed by the secret of the connection. Taken at once and worked on after. */
  @Post(':provider/:connectionId')
  @Public()
  @TakesUnparsed({ mostBytes: INCOMING_LIMITS.bytes })
  @AnswersNothing()
  async take(@Param('provider') provider: string, @Param('connectionId', IdPipe) id: string, @UnparsedBody() body: Buffer, @Headers() headers: SentHeaders) {
    await this.receiving.take(provider, id, body, headers);
  }
}
