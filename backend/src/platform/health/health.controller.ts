import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../access/decorators.ts';
import { Answers } from '../http/answers.ts';
import { ProblemError } from '../http/problems.ts';
import { List, OneOf, Shape, Text } from '../http/shapes.ts';
import { Readiness } from './readiness.ts';

const HealthShape = Shape('Health', { status: Text() });
const ReadinessShape = Shape('Readiness', { status: OneOf(['ok', 'degraded']), without: List(Text()) });

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

  /** The process can work: database reached, migrations run, not about to end. `without` names what else it lacks. */
  @Get('ready')
  @Public()
  @Answers(ReadinessShape)
  async ready() {
    const { missing, degraded } = await this.readiness.lacking();
    if (missing.length > 0) throw new ProblemError('UNAVAILABLE', `Not ready: ${missing.join(', ')}.`);
    return { status: degraded.length > 0 ? 'degraded' : 'ok', without: degraded };
  }
}
