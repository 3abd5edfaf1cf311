import { Body, Controller, Delete, Get, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Proven } from '../../platform/access/credentials.ts';
import { Can, CanWhileEnrolling, Public } from '../../platform/access/decorators.ts';
import { Answers, AnswersCreatedOrAsks, AnswersNothing, Asks } from '../../platform/http/answers.ts';
import { HoldsSecret } from '../../platform/http/holds-secret.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { ChallengeShape, OwnSessionPage, SessionShape, SignedInShape } from '../users.shapes.ts';
import { ChangePasswordDto, SignInDto, SwitchDto } from './auth.dto.ts';
import { AuthService } from './auth.service.ts';

@ApiTags('auth')
@Controller('auth')
export class AuthController {
  constructor(private readonly auth: AuthService) {}

  /**
   * Opens a session in the workspace used last. Who has a second factor gets a challenge instead (202), which
   * `POST /auth/second-factor` answers. Failed attempts are limited by account and by address.
   */
  @Post('sign-in')
  @Public('local')
  @AnswersCreatedOrAsks(SignedInShape, ChallengeShape)
  async signIn(@Body() _credentials: SignInDto, @Req() request: { user: Proven }, @Asks() asks: (asks: boolean) => void) {
    const outcome = await this.auth.signIn(request.user);
    asks('challenge' in outcome);
    return outcome;
  }

  @Post('sign-out')
  @CanWhileEnrolling()
  @AnswersNothing()
  async signOut() {
    await this.auth.signOut();
  }

  /** Who is signed in, where, and what they may do. */
  @Get('session')
  @CanWhileEnrolling({ keys: 'any' })
  @Answers(SessionShape)
  session() {
    return this.auth.session();
  }

  /** One's own open sessions, in all workspaces. */
  @Get('sessions')
  @Can()
  @Answers(OwnSessionPage)
  sessions() {
    return this.auth.ownSessions();
  }

  @Delete('sessions/:id')
  @Can()
  @AnswersNothing()
  async revoke(@Param('id', IdPipe) id: string) {
    await this.auth.revoke(id);
  }

  /** Opens a session in another workspace of one's own and ends this one. */
  @Post('switch')
  @HoldsSecret()
  @CanWhileEnrolling()
  @Answers(SignedInShape, 201)
  switch(@Body() { tenantId }: SwitchDto) {
    return this.auth.switch(tenantId);
  }

  /** Changes the password and ends every session; the answer opens a new one. */
  @Post('password')
  @HoldsSecret()
  @Can()
  @Answers(SignedInShape, 201)
  changePassword(@Body() { currentPassword, newPassword }: ChangePasswordDto) {
    return this.auth.changePassword(currentPassword, newPassword);
  }
}
