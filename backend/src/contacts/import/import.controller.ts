import { Body, Controller, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/access/decorators.ts';
import { Answers } from '../../platform/http/answers.ts';
import { File, TakesFile, type FileBody } from '../../platform/http/file-body.ts';
import { InSteps } from '../../platform/http/in-steps.ts';
import { Located } from '../../platform/http/located.ts';
import { OperationShape } from '../../platform/operations/operation.shape.ts';
import { Expensive } from '../../platform/throttling/expensive.ts';
import { ContactExport } from '../export/contact-export.ts';
import { ExportContactsDto } from '../export/export.dto.ts';
import { ContactImport } from './contact-import.ts';
import { ImportQuery, RunImportDto } from './import.dto.ts';

@ApiTags('contacts')
@Controller('contacts')
export class ImportController {
  constructor(
    private readonly imports: ContactImport,
    private readonly exports: ContactExport,
  ) {}

  /** Takes a CSV file (UTF-8, at most 10 MB and 50,000 rows) and says row by row what importing it would do. Changes nothing. */
  @Post('import')
  @Can('contact:import')
  @Expensive()
  @TakesFile()
  @InSteps()
  @Answers(OperationShape, 201)
  @Located('operations')
  check(@Query() { name }: ImportQuery, @File() file: FileBody) {
    return this.imports.check(name ?? 'contacts.csv', file);
  }

  /** Imports the rows of a checked file that were not refused. A second time changes nothing. */
  @Post('import/run')
  @Can('contact:import')
  @Expensive()
  @Answers(OperationShape, 201)
  @Located('operations')
  run(@Body() { checkId, existing }: RunImportDto) {
    return this.imports.run(checkId, existing);
  }

  /** Writes a CSV file of the contacts that a query finds, to be read at `GET /operations/{id}/file` for 24 hours. */
  @Post('export')
  @Can('contact:export')
  @Expensive()
  @Answers(OperationShape, 201)
  @Located('operations')
  export(@Body() { matching = '' }: ExportContactsDto) {
    return this.exports.start(matching);
  }
}
