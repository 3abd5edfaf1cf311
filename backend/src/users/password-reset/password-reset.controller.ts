import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/access/decorators.ts';
import { Answers, AnswersCreatedOrAsks, Asks } from '../../platform/http/answers.ts';
import { ChallengeShape, ForgottenShape, ResetShape, SignedInShape } from '../users.shapes.ts';
import { ForgotPasswordDto, InspectResetDto, ResetPasswordDto } from './password-reset.dto.ts';
import { PasswordResetService } from './password-reset.service.ts';

@ApiTags('auth')
@Controller('auth')
export class PasswordResetController {
  constructor(private readonly resets: PasswordResetService) {}

  /** Mails a link, for 30 minutes, to the account of an address. The same answer where there is none. Limited by account and by address over days. */
  @Post('forgot-password')
  @Public()
  @Answers(ForgottenShape, 201)
  forget(@Body() { email }: ForgotPasswordDto) {
    return this.resets.forget(email);
  }

  /** Whose password a link is for. In the body, since addresses end up in logs. Used, expired or unknown: 410. */
  @Post('reset-password/inspect')
  @Public()
  @Answers(ResetShape, 201)
  inspect(@Body() { token }: InspectResetDto) {
    return this.resets.inspect(token);
  }

  /** Sets the password, ends every session of the person and signs in. Who has a second factor gets a challenge (202). Holds once. */
  @Post('reset-password')
  @Public()
  @AnswersCreatedOrAsks(SignedInShape, ChallengeShape)
  async reset(@Body() { token, password }: ResetPasswordDto, @Asks() asks: (asks: boolean) => void) {
    const outcome = await this.resets.reset(token, password);
    asks('challenge' in outcome);
    return outcome;
  }
}
