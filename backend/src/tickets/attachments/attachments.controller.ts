import { Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/access/decorators.ts';
import { Answers, AnswersNothing } from '../../platform/http/answers.ts';
import { AnswersFile } from '../../platform/http/file-answer.ts';
import { File, TakesFile, type FileBody } from '../../platform/http/file-body.ts';
import { Form, TakesForm, type FormPart } from '../../platform/http/form-body.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { InSteps } from '../../platform/http/in-steps.ts';
import { AttachmentLimitsShape, AttachmentShape, ReceivedFormShape } from './attachment.shape.ts';
import { UploadQuery } from './attachments.dto.ts';
import { AttachmentsService } from './attachments.service.ts';
import { UploadsService } from './uploads.service.ts';

@ApiTags('attachments')
@Controller('attachments')
export class AttachmentsController {
  constructor(
    private readonly uploads: UploadsService,
    private readonly attachments: AttachmentsService,
  ) {}

  /** Takes a file. It waits a day to be sent: name its id in `attachmentIds` of a reply, a note or a new ticket. */
  @Post()
  @Can('attachment:upload')
  @TakesFile()
  @InSteps()
  @Answers(AttachmentShape, 201)
  upload(@Query() { name }: UploadQuery, @File() file: FileBody) {
    return this.uploads.upload(name, file);
  }

  /** Takes the files of a browser’s form, tells which were refused, and answers the other fields as they came. */
  @Post('form')
  @Can('attachment:upload')
  @TakesForm()
  @InSteps()
  @Answers(ReceivedFormShape, 201)
  form(@Form() parts: AsyncIterable<FormPart>) {
    return this.uploads.form(parts);
  }

  /** What a file and a message may have. */
  @Get('limits')
  @Can('ticket:read')
  @Answers(AttachmentLimitsShape)
  limits() {
    return this.attachments.limits();
  }

  /** The file itself, to be downloaded: never for a browser to show. */
  @Get(':id/content')
  @Can('ticket:read')
  @AnswersFile()
  content(@Param('id', IdPipe) id: string) {
    return this.attachments.read(id);
  }

  /** Removes an upload of one’s own that was not sent. */
  @Delete(':id')
  @Can('attachment:upload')
  @AnswersNothing()
  remove(@Param('id', IdPipe) id: string) {
    return this.uploads.remove(id);
  }
}
