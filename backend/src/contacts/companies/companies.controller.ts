import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/access/decorators.ts';
import { Answers } from '../../platform/http/answers.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { Located } from '../../platform/http/located.ts';
import { IfMatch } from '../../platform/http/versions.ts';
import { CompanyPage, CompanyShape } from './company.shape.ts';
import { CompanyQuery, CreateCompanyDto, UpdateCompanyDto } from './companies.dto.ts';
import { CompaniesService } from './companies.service.ts';

@ApiTags('companies')
@Controller('companies')
export class CompaniesController {
  constructor(private readonly companies: CompaniesService) {}

  @Get()
  @Can('contact:read')
  @Answers(CompanyPage)
  list(@Query() query: CompanyQuery) {
    return this.companies.list(query);
  }

  @Get(':id')
  @Can('contact:read')
  @Answers(CompanyShape)
  read(@Param('id', IdPipe) id: string) {
    return this.companies.read(id);
  }

  /** A name that another company has: 409 CONFLICT. */
  @Post()
  @Can('contact:create')
  @Answers(CompanyShape, 201)
  @Located('companies')
  create(@Body() company: CreateCompanyDto) {
    return this.companies.create(company);
  }

  @Patch(':id')
  @Can('contact:update')
  @Answers(CompanyShape)
  update(@Param('id', IdPipe) id: string, @Body() changes: UpdateCompanyDto, @IfMatch() seen?: number) {
    return this.companies.update(id, changes, seen);
  }

  /** Takes the company out of lists and pickers. Its contacts stay with it. */
  @Post(':id/archive')
  @Can('contact:archive')
  @Answers(CompanyShape)
  archive(@Param('id', IdPipe) id: string, @IfMatch() seen?: number) {
    return this.companies.archive(id, seen);
  }

  @Post(':id/restore')
  @Can('contact:archive')
  @Answers(CompanyShape)
  restore(@Param('id', IdPipe) id: string, @IfMatch() seen?: number) {
    return this.companies.restore(id, seen);
  }
}
