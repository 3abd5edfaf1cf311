import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Public, SentToken } from '../../platform/access/decorators.ts';
import { Answers, AnswersCreatedOrAsks, Asks } from '../../platform/http/answers.ts';
import { HoldsSecret } from '../../platform/http/holds-secret.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { ChallengeShape, InvitationShape, IssuedInvitationShape, SentInvitationPage, SentInvitationShape, SignedInShape } from '../users.shapes.ts';
import { AcceptInvitationDto, InspectInvitationDto, InvitationQuery, InviteDto } from './invitations.dto.ts';
import { InvitationsService } from './invitations.service.ts';
import { InvitingService } from './inviting.service.ts';

@ApiTags('invitations')
@Controller('invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly inviting: InvitingService,
  ) {}

  @Get()
  @Can('member:invite')
  @Answers(SentInvitationPage)
  list(@Query() query: InvitationQuery) {
    return this.inviting.list(query);
  }

  /** Invites an address for 7 days; an open invitation of it is replaced. The answer holds the link, once. */
  @Post()
  @HoldsSecret()
  @Can('member:invite')
  @Answers(IssuedInvitationShape, 201)
  invite(@Body() invited: InviteDto) {
    return this.inviting.invite(invited);
  }

  /** A new link for 7 days; the old one holds no more. */
  @Post(':id/resend')
  @HoldsSecret()
  @Can('member:invite')
  @Answers(IssuedInvitationShape, 201)
  resend(@Param('id', IdPipe) id: string) {
    return this.inviting.resend(id);
  }

  @Post(':id/revoke')
  @Can('member:invite')
  @Answers(SentInvitationShape)
  revoke(@Param('id', IdPipe) id: string) {
    return this.inviting.revoke(id);
  }

  /** What an invitation is for. In the body, since addresses end up in logs. Used, revoked or expired: 410. */
  @Post('inspect')
  @Public()
  @Answers(InvitationShape, 201)
  inspect(@Body() { token }: InspectInvitationDto) {
    return this.invitations.inspect(token);
  }

  /** Joins the workspace and signs in. Who has a second factor joins and gets a challenge (202). Holds once, and for the invited address only: signed in as another person it is 403. */
  @Post('accept')
  @Public()
  @AnswersCreatedOrAsks(SignedInShape, ChallengeShape)
  async accept(@Body() accepted: AcceptInvitationDto, @SentToken() token: string | undefined, @Asks() asks: (asks: boolean) => void) {
    const outcome = await this.invitations.accept(accepted, token);
    asks('challenge' in outcome);
    return outcome;
  }
}
