import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PASSWORD_MAX, PASSWORD_MIN } from '@kontor/contracts/locales';
import { Public } from '../../platform/access/decorators.ts';
import { Answers } from '../../platform/http/answers.ts';
import { Secret, Text } from '../../platform/http/fields.ts';
import { InvitationShape, SignedInShape } from '../users.shapes.ts';
import { InvitationsService } from './invitations.service.ts';

export class InspectInvitationDto {
  @Secret({ min: 1, max: 100 })
  token: string;
}

export class AcceptInvitationDto extends InspectInvitationDto {
  @Text({ max: 120, optional: true, description: 'Required where the address has no account yet.' })
  name?: string;

  @Secret({ min: 1, max: PASSWORD_MAX, description: `Of at least ${PASSWORD_MIN} characters; of an existing account, its present one.` })
  password: string;
}

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
