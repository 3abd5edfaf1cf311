import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/access/decorators.ts';
import { Answers, AnswersNothing } from '../../platform/http/answers.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { IfMatch } from '../../platform/http/versions.ts';
import { MemberPage, MemberShape } from '../users.shapes.ts';
import { AvailabilityService } from './availability.service.ts';
import { AvailabilityDto, MemberQuery, UpdateMemberDto } from './members.dto.ts';
import { MembersService } from './members.service.ts';

@ApiTags('members')
@Controller('members')
export class MembersController {
  constructor(
    private readonly members: MembersService,
    private readonly availability: AvailabilityService,
  ) {}

  @Get()
  @Can('member:read')
  @Answers(MemberPage)
  list(@Query() query: MemberQuery) {
    return this.members.list(query);
  }

  @Get(':id')
  @Can('member:read')
  @Answers(MemberShape)
  read(@Param('id', IdPipe) id: string) {
    return this.members.read(id);
  }

  /** Sets role and visibility; both hold from the member's next request on. */
  @Patch(':id')
  @Can('member:update')
  @Answers(MemberShape)
  update(@Param('id', IdPipe) id: string, @Body() changes: UpdateMemberDto, @IfMatch() seen?: number) {
    return this.members.update(id, changes, seen);
  }

  /** Ends the member's sessions here and unassigns their open tickets. The last owner is refused: 409 LAST_OWNER. */
  @Post(':id/deactivate')
  @Can('member:deactivate')
  @Answers(MemberShape)
  deactivate(@Param('id', IdPipe) id: string, @IfMatch() seen?: number) {
    return this.members.deactivate(id, seen);
  }

  @Post(':id/reactivate')
  @Can('member:deactivate')
  @Answers(MemberShape)
  reactivate(@Param('id', IdPipe) id: string, @IfMatch() seen?: number) {
    return this.members.reactivate(id, seen);
  }

  /** Says whether one takes work just now. */
  @Post('availability')
  @Can()
  @Answers(MemberShape)
  setAvailability(@Body() availability: AvailabilityDto) {
    return this.availability.set(availability);
  }

  /** Leaves the workspace oneself. */
  @Post('leave')
  @Can()
  @AnswersNothing()
  async leave() {
    await this.members.leave();
  }
}
