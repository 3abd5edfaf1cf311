import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/access/decorators.ts';
import { Answers } from '../../platform/http/answers.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { Located } from '../../platform/http/located.ts';
import { IfMatch } from '../../platform/http/versions.ts';
import { TeamPage, TeamShape } from '../users.shapes.ts';
import { CreateTeamDto, TeamQuery, UpdateTeamDto } from './teams.dto.ts';
import { TeamsService } from './teams.service.ts';

@ApiTags('teams')
@Controller('teams')
export class TeamsController {
  constructor(private readonly teams: TeamsService) {}

  /** The teams that are not closed. */
  @Get()
  @Can('member:read')
  @Answers(TeamPage)
  list(@Query() query: TeamQuery) {
    return this.teams.list(query);
  }

  @Get(':id')
  @Can('member:read')
  @Answers(TeamShape)
  read(@Param('id', IdPipe) id: string) {
    return this.teams.read(id);
  }

  @Post()
  @Can('team:manage')
  @Answers(TeamShape, 201)
  @Located('teams')
  create(@Body() team: CreateTeamDto) {
    return this.teams.create(team);
  }

  /** Renames the team or replaces its members; what they see follows from their next request on. */
  @Patch(':id')
  @Can('team:manage')
  @Answers(TeamShape)
  update(@Param('id', IdPipe) id: string, @Body() changes: UpdateTeamDto, @IfMatch() seen?: number) {
    return this.teams.update(id, changes, seen);
  }

  /** Ends the team: its members leave it, and its unsolved tickets belong to no team. It keeps its name in history. */
  @Post(':id/close')
  @Can('team:manage')
  @Answers(TeamShape)
  close(@Param('id', IdPipe) id: string, @IfMatch() seen?: number) {
    return this.teams.close(id, seen);
  }
}
