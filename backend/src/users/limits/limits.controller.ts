import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/access/decorators.ts';
import { Answers } from '../../platform/http/answers.ts';
import { LimitsService } from './limits.service.ts';
import { LimitsShape } from './limits.shape.ts';

@ApiTags('workspace')
@Controller('limits')
export class LimitsController {
  constructor(private readonly limits: LimitsService) {}

  /** How far limits and quotas of the workspace are used now, and by whom. */
  @Get()
  @Can('limit:read')
  @Answers(LimitsShape)
  read() {
    return this.limits.read();
  }
}
