import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/access/decorators.ts';
import { Answers } from '../../platform/http/answers.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { Located } from '../../platform/http/located.ts';
import { Expensive } from '../../platform/throttling/expensive.ts';
import { DeliveryDetailShape, DeliveryPage, DeliveryShape, ReplayShape } from './delivery.shape.ts';
import { DeliveryQuery, ReplayDto } from './deliveries.dto.ts';
import { DeliveriesService } from './deliveries.service.ts';

@ApiTags('webhooks')
@Controller()
export class DeliveriesController {
  constructor(private readonly deliveries: DeliveriesService) {}

  /** What was sent to an endpoint in the last 7 days, newest first. */
  @Get('webhook-endpoints/:id/deliveries')
  @Can('webhook:manage')
  @Answers(DeliveryPage)
  list(@Param('id', IdPipe) id: string, @Query() query: DeliveryQuery) {
    return this.deliveries.list(id, query);
  }

  /** Sends `webhook_test` to an endpoint. */
  @Post('webhook-endpoints/:id/test')
  @Can('webhook:manage')
  @Answers(DeliveryShape, 201)
  @Located('webhook-deliveries')
  test(@Param('id', IdPipe) id: string) {
    return this.deliveries.test(id);
  }

  /** Sends again what happened in a time, and says how much that is: 10,000 where it is that many or more. */
  @Post('webhook-endpoints/:id/replay')
  @Can('webhook:manage')
  @Expensive()
  @Answers(ReplayShape)
  replayRange(@Param('id', IdPipe) id: string, @Body() range: ReplayDto) {
    return this.deliveries.replayRange(id, range);
  }

  /** With each attempt and the beginning of its answer. */
  @Get('webhook-deliveries/:id')
  @Can('webhook:manage')
  @Answers(DeliveryDetailShape)
  read(@Param('id', IdPipe) id: string) {
    return this.deliveries.read(id);
  }

  /** Sends it again under the same `webhook-id`, as its owner may see it now. */
  @Post('webhook-deliveries/:id/replay')
  @Can('webhook:manage')
  @Answers(DeliveryShape)
  replay(@Param('id', IdPipe) id: string) {
    return this.deliveries.replay(id);
  }
}
