import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../access/decorators.ts';
import { Answers } from '../http/answers.ts';
import { ProblemError } from '../http/problems.ts';
import { Shape, Text } from '../http/shapes.ts';
import { Readiness } from './readiness.ts';

const HealthShape = Shape('Health', { status: Text() });

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process runs. Always cheap. */
  @Get('live')
  @Public()
  @Answers(HealthShape)
  live() {
    return { status: 'ok' };
  }

  /** The process can work: database reached, migrations run, relay not behind. */
  @Get('ready')
  @Public()
  @Answers(HealthShape)
  async ready() {
    const missing = await this.readiness.missing();
    if (missing.length > 0) throw new ProblemError('UNAVAILABLE', `Not ready: ${missing.join(', ')}.`);
    return { status: 'ok' };
  }
}
