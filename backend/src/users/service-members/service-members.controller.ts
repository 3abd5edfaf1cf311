import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/access/decorators.ts';
import { Answers } from '../../platform/http/answers.ts';
import { Located } from '../../platform/http/located.ts';
import { MemberShape } from '../users.shapes.ts';
import { CreateServiceMemberDto } from './service-members.dto.ts';
import { ServiceMembersService } from './service-members.service.ts';

@ApiTags('members')
@Controller('service-members')
export class ServiceMembersController {
  constructor(private readonly services: ServiceMembersService) {}

  /** Makes a member that stands for a program: it cannot sign in, owns keys, and is changed and deactivated as members are. */
  @Post()
  @Can('service-member:create')
  @Answers(MemberShape, 201)
  @Located('members')
  create(@Body() service: CreateServiceMemberDto) {
    return this.services.create(service);
  }
}
