import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/access/decorators.ts';
import { Answers } from '../../platform/http/answers.ts';
import { Located } from '../../platform/http/located.ts';
import { OperationShape } from '../../platform/operations/operation.shape.ts';
import { Expensive } from '../../platform/throttling/expensive.ts';
import { ExportTicketsDto } from './export.dto.ts';
import { TicketExport } from './ticket-export.ts';

@ApiTags('tickets')
@Controller('tickets')
export class ExportController {
  constructor(private readonly exports: TicketExport) {}

  /** Writes a CSV file of the tickets that a query finds, to be read at `GET /operations/{id}/file` for 24 hours. */
  @Post('export')
  @Can('ticket:export')
  @Expensive()
  @Answers(OperationShape, 201)
  @Located('operations')
  start(@Body() { matching = '' }: ExportTicketsDto) {
    return this.exports.start(matching);
  }
}
