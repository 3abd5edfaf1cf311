import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/access/decorators.ts';
import { Answers } from '../../platform/http/answers.ts';
import { HoldsSecret } from '../../platform/http/holds-secret.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { Located } from '../../platform/http/located.ts';
import { ApiKeyPage, ApiKeyShape, IssuedApiKeyShape } from '../users.shapes.ts';
import { ApiKeyQuery, CreateApiKeyDto } from './api-keys.dto.ts';
import { ApiKeysService } from './api-keys.service.ts';

/** For people who are signed in only: a key neither sees nor makes keys. */
@ApiTags('api keys')
@Controller('api-keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeysService) {}

  /** One's own keys; for owners and admins those of all members. */
  @Get()
  @Can()
  @Answers(ApiKeyPage)
  list(@Query() query: ApiKeyQuery) {
    return this.keys.list(query);
  }

  @Get(':id')
  @Can()
  @Answers(ApiKeyShape)
  read(@Param('id', IdPipe) id: string) {
    return this.keys.read(id);
  }

  /** Makes a key for oneself, or for a service member. The answer is the only one that holds the key. */
  @Post()
  @HoldsSecret()
  @Can()
  @Answers(IssuedApiKeyShape, 201)
  @Located('api-keys')
  create(@Body() key: CreateApiKeyDto) {
    return this.keys.create(key);
  }

  /** Ends a key for good. */
  @Post(':id/revoke')
  @Can()
  @Answers(ApiKeyShape)
  revoke(@Param('id', IdPipe) id: string) {
    return this.keys.revoke(id);
  }
}
