import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/access/decorators.ts';
import { Answers } from '../../platform/http/answers.ts';
import { InvitationShape, SignedInShape } from '../users.shapes.ts';
import { InspectInvitationDto, AcceptInvitationDto } from './invitations.dto.ts';
import { InvitationsService } from './invitations.service.ts';

@ApiTags('invitations')
@Controller('invitations')
export class InvitationsController {
  constructor(private readonly invitations: InvitationsService) {}

  /** What an invitation is for. In the body, since addresses end up in logs. Used or expired: 410. */
  @Post('inspect')
  @Public()
  @Answers(InvitationShape, 201)
  inspect(@Body() { token }: InspectInvitationDto) {
    return this.invitations.inspect(token);
  }

  /** Joins the workspace and signs in. Holds once. */
  @Post('accept')
  @Public()
  @Answers(SignedInShape, 201)
  accept(@Body() accepted: AcceptInvitationDto) {
    return this.invitations.accept(accepted);
  }
}
