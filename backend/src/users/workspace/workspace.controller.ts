import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/access/decorators.ts';
import { Answers } from '../../platform/http/answers.ts';
import { IfMatch } from '../../platform/http/versions.ts';
import { WorkspaceShape } from '../users.shapes.ts';
import { UpdateWorkspaceDto } from './workspace.dto.ts';
import { WorkspaceService } from './workspace.service.ts';

@ApiTags('workspace')
@Controller('workspace')
export class WorkspaceController {
  constructor(private readonly workspace: WorkspaceService) {}

  @Get()
  @Can('tenant:read')
  @Answers(WorkspaceShape)
  read() {
    return this.workspace.read();
  }

  @Patch()
  @Can('tenant:update')
  @Answers(WorkspaceShape)
  update(@Body() changes: UpdateWorkspaceDto, @IfMatch() seen?: number) {
    return this.workspace.update(changes, seen);
  }
}
