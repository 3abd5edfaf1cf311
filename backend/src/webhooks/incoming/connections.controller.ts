import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/access/decorators.ts';
import { Answers, AnswersNothing } from '../../platform/http/answers.ts';
import { HoldsSecret } from '../../platform/http/holds-secret.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { Located } from '../../platform/http/located.ts';
import { ConnectionPage, ConnectionShape, ConnectionWithSecretShape, ReceiptPage } from './connection.shape.ts';
import { ChangeSecretDto, ConnectionQuery, CreateConnectionDto, ReceiptQuery } from './connections.dto.ts';
import { ConnectionsService } from './connections.service.ts';

@ApiTags('webhooks')
@Controller('webhook-connections')
export class ConnectionsController {
  constructor(private readonly connections: ConnectionsService) {}

  @Get()
  @Can('webhook:manage')
  @Answers(ConnectionPage)
  list(@Query() query: ConnectionQuery) {
    return this.connections.list(query);
  }

  @Get(':id')
  @Can('webhook:manage')
  @Answers(ConnectionShape)
  read(@Param('id', IdPipe) id: string) {
    return this.connections.read(id);
  }

  /** What came in the last 7 days, newest first. */
  @Get(':id/receipts')
  @Can('webhook:manage')
  @Answers(ReceiptPage)
  receipts(@Param('id', IdPipe) id: string, @Query() query: ReceiptQuery) {
    return this.connections.receipts(id, query);
  }

  /** Its secret is answered this once. */
  @Post()
  @Can('webhook:manage')
  @HoldsSecret()
  @Answers(ConnectionWithSecretShape, 201)
  @Located('webhook-connections')
  create(@Body() connection: CreateConnectionDto) {
    return this.connections.create(connection);
  }

  /** Another secret, answered this once; the one until now is taken for a day more. */
  @Post(':id/rotate')
  @Can('webhook:manage')
  @HoldsSecret()
  @Answers(ConnectionWithSecretShape)
  rotate(@Param('id', IdPipe) id: string, @Body() how: ChangeSecretDto) {
    return this.connections.changeSecret(id, how);
  }

  /** What comes is done in the name of who enables it. */
  @Post(':id/enable')
  @Can('webhook:manage')
  @Answers(ConnectionShape)
  enable(@Param('id', IdPipe) id: string) {
    return this.connections.enable(id);
  }

  @Post(':id/disable')
  @Can('webhook:manage')
  @Answers(ConnectionShape)
  disable(@Param('id', IdPipe) id: string) {
    return this.connections.disable(id);
  }

  @Delete(':id')
  @Can('webhook:manage')
  @AnswersNothing()
  async remove(@Param('id', IdPipe) id: string) {
    await this.connections.remove(id);
  }
}
