import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/access/decorators.ts';
import { Answers } from '../../platform/http/answers.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { Located } from '../../platform/http/located.ts';
import { IfMatch } from '../../platform/http/versions.ts';
import { FieldPage, FieldShape } from './field.shape.ts';
import { CreateFieldDto, UpdateFieldDto } from './fields.dto.ts';
import { FieldsService } from './fields.service.ts';

@ApiTags('fields')
@Controller('fields')
export class FieldsController {
  constructor(private readonly fields: FieldsService) {}

  /** All of them in their order, archived ones too. */
  @Get()
  @Can('field:read')
  @Answers(FieldPage)
  list() {
    return this.fields.list();
  }

  @Get(':id')
  @Can('field:read')
  @Answers(FieldShape)
  read(@Param('id', IdPipe) id: string) {
    return this.fields.read(id);
  }

  /** A key that another field has, archived or not: 409 CONFLICT. */
  @Post()
  @Can('field:create')
  @Answers(FieldShape, 201)
  @Located('fields')
  create(@Body() field: CreateFieldDto) {
    return this.fields.create(field);
  }

  @Patch(':id')
  @Can('field:update')
  @Answers(FieldShape)
  update(@Param('id', IdPipe) id: string, @Body() changes: UpdateFieldDto, @IfMatch() seen?: number) {
    return this.fields.update(id, changes, seen);
  }
}
