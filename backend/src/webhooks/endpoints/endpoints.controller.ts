import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/access/decorators.ts';
import { Answers, AnswersNothing } from '../../platform/http/answers.ts';
import { HoldsSecret } from '../../platform/http/holds-secret.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { Located } from '../../platform/http/located.ts';
import { IfMatch } from '../../platform/http/versions.ts';
import { EndpointPage, EndpointShape, EndpointWithSecretShape } from './endpoint.shape.ts';
import { CreateEndpointDto, EndpointQuery, RotateDto, UpdateEndpointDto } from './endpoints.dto.ts';
import { EndpointsService } from './endpoints.service.ts';

@ApiTags('webhooks')
@Controller('webhook-endpoints')
export class EndpointsController {
  constructor(private readonly endpoints: EndpointsService) {}

  @Get()
  @Can('webhook:manage')
  @Answers(EndpointPage)
  list(@Query() query: EndpointQuery) {
    return this.endpoints.list(query);
  }

  @Get(':id')
  @Can('webhook:manage')
  @Answers(EndpointShape)
  read(@Param('id', IdPipe) id: string) {
    return this.endpoints.read(id);
  }

  /** Its secret is answered this once. It is sent events from now on, as its owner may see them. */
  @Post()
  @Can('webhook:manage')
  @HoldsSecret()
  @Answers(EndpointWithSecretShape, 201)
  @Located('webhook-endpoints')
  create(@Body() endpoint: CreateEndpointDto) {
    return this.endpoints.create(endpoint);
  }

  /** Whoever changes the address owns the endpoint from then on: it is sent what they may see. */
  @Patch(':id')
  @Can('webhook:manage')
  @Answers(EndpointShape)
  update(@Param('id', IdPipe) id: string, @Body() changes: UpdateEndpointDto, @IfMatch() seen?: number) {
    return this.endpoints.update(id, changes, seen);
  }

  /** A new secret, answered this once; the one until now signs, too, for some hours. */
  @Post(':id/rotate')
  @Can('webhook:manage')
  @HoldsSecret()
  @Answers(EndpointWithSecretShape)
  rotate(@Param('id', IdPipe) id: string, @Body() how: RotateDto) {
    return this.endpoints.rotate(id, how);
  }

  @Post(':id/enable')
  @Can('webhook:manage')
  @Answers(EndpointShape)
  enable(@Param('id', IdPipe) id: string) {
    return this.endpoints.enable(id);
  }

  /** Nothing is sent until it is enabled again. */
  @Post(':id/disable')
  @Can('webhook:manage')
  @Answers(EndpointShape)
  disable(@Param('id', IdPipe) id: string) {
    return this.endpoints.disable(id);
  }

  @Delete(':id')
  @Can('webhook:manage')
  @AnswersNothing()
  async remove(@Param('id', IdPipe) id: string) {
    await this.endpoints.remove(id);
  }
}
