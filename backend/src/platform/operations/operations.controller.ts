import { Controller, Get, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CanWithScope } from '../access/decorators.ts';
import { AnswersCsv } from '../csv/csv-answer.ts';
import { Answers } from '../http/answers.ts';
import { IdPipe } from '../http/id.pipe.ts';
import { OperationFiles } from './operation-files.ts';
import { OperationItemPage, OperationPage, OperationShape } from './operation.shape.ts';
import { OperationItemQuery, OperationQuery } from './operations.dto.ts';
import { OperationsService } from './operations.service.ts';

/** One's own long work. Who started it is the only one who sees it. */
@ApiTags('operations')
@Controller('operations')
export class OperationsController {
  constructor(
    private readonly operations: OperationsService,
    private readonly files: OperationFiles,
  ) {}

  /** Newest first. */
  @Get()
  @CanWithScope('operation:read')
  @Answers(OperationPage)
  list(@Query() query: OperationQuery) {
    return this.operations.list(query);
  }

  @Get(':id')
  @CanWithScope('operation:read')
  @Answers(OperationShape)
  read(@Param('id', IdPipe) id: string) {
    return this.operations.read(id);
  }

  /** What became of each item. */
  @Get(':id/items')
  @CanWithScope('operation:read')
  @Answers(OperationItemPage)
  items(@Param('id', IdPipe) id: string, @Query() query: OperationItemQuery) {
    return this.operations.itemsOf(id, query);
  }

  /** The file of an export, or the refused rows of an import, as CSV; what the reader may no longer see is not in it. */
  @Get(':id/file')
  @CanWithScope('operation:read')
  @AnswersCsv()
  file(@Param('id', IdPipe) id: string): Promise<StreamableFile> {
    return this.files.open(id);
  }

  /** What is done stays done. */
  @Post(':id/cancel')
  @Can()
  @Answers(OperationShape)
  cancel(@Param('id', IdPipe) id: string) {
    return this.operations.cancel(id);
  }
}
