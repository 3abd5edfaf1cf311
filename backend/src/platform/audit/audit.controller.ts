import { applyDecorators, Controller, Get, HttpCode, Query, type StreamableFile } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { Can } from '../access/decorators.ts';
import { AnswersCsv } from '../csv/csv-answer.ts';
import { Answers } from '../http/answers.ts';
import { Expensive } from '../throttling/expensive.ts';
import { AuditFileQuery, AuditQuery } from './audit.dto.ts';
import { AuditService } from './audit.service.ts';
import { AuditEntryPage } from './audit.shape.ts';

/** Who did what in the workspace, when and from where. */
@ApiTags('audit')
@Controller('audit-entries')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @Can('audit:read')
  @Answers(AuditEntryPage)
  list(@Query() query: AuditQuery) {
    return this.audit.list(query);
  }

  /** The same as CSV, all that the filters leave. */
  @Get('file')
  @Can('audit:read')
  @Expensive()
  @AnswersCsv()
  file(@Query() query: AuditFileQuery): StreamableFile {
    return this.audit.file(query);
  }

  /** The chain of all entries, one a line as JSON, to be kept elsewhere and verified by `npm run audit:verify`. */
  @Get('chain')
  @Can('audit:read')
  @Expensive()
  @AnswersLines()
  chain(): StreamableFile {
    return this.audit.chain();
  }
}

function AnswersLines(): MethodDecorator {
  return applyDecorators(HttpCode(200), ApiResponse({ status: 200, description: 'OK', content: { 'application/jsonl': { schema: { type: 'string' } } } }));
}
