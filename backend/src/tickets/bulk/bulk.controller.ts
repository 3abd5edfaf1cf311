import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/access/decorators.ts';
import { Answers } from '../../platform/http/answers.ts';
import { Located } from '../../platform/http/located.ts';
import { OperationShape } from '../../platform/operations/operation.shape.ts';
import { Expensive } from '../../platform/throttling/expensive.ts';
import { BulkChangeDto } from './bulk.dto.ts';
import { BulkService } from './bulk.service.ts';

@ApiTags('tickets')
@Controller('tickets')
export class BulkController {
  constructor(private readonly bulk: BulkService) {}

  /**
   * Changes many tickets, each by the rules of a single one, with a result per ticket. Up to 50 are done when this
   * answers; more go on by themselves.
   */
  @Post('bulk')
  @Can('ticket:update')
  @Expensive('matching')
  @Answers(OperationShape, 201)
  @Located('operations')
  change(@Body() change: BulkChangeDto) {
    return this.bulk.start(change);
  }
}
