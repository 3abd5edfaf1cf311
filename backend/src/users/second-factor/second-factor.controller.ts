import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CanWhileEnrolling, Public } from '../../platform/access/decorators.ts';
import { Answers, AnswersNothing } from '../../platform/http/answers.ts';
import { HoldsSecret } from '../../platform/http/holds-secret.ts';
import { AuthService } from '../auth/auth.service.ts';
import { EnrolmentShape, RecoveryCodesShape, SecondFactorShape, SignedInShape } from '../users.shapes.ts';
import { ConfirmDto, EnrolDto, ProveDto, SecondFactorDto } from './second-factor.dto.ts';
import { SecondFactorService } from './second-factor.service.ts';

@ApiTags('auth')
@Controller('auth/second-factor')
export class SecondFactorController {
  constructor(
    private readonly secondFactor: SecondFactorService,
    private readonly auth: AuthService,
  ) {}

  /** The second step of signing in: opens the session that the challenge was for. Failed attempts are limited by account and by address. */
  @Post()
  @Public()
  @Answers(SignedInShape, 201)
  signIn(@Body() { challenge, code }: SecondFactorDto) {
    return this.auth.answerChallenge(challenge, code);
  }

  /** Whether one has a second factor, and how many recovery codes are left. */
  @Get()
  @CanWhileEnrolling()
  @Answers(SecondFactorShape)
  read() {
    return this.secondFactor.read();
  }

  /** A new secret for an authenticator, shown once; it counts once it is confirmed. */
  @Post('enrol')
  @HoldsSecret()
  @CanWhileEnrolling()
  @Answers(EnrolmentShape, 201)
  enrol(@Body() { password }: EnrolDto) {
    return this.secondFactor.enrol(password);
  }

  /** Turns the second factor on by a first code; the answer holds ten recovery codes, once. */
  @Post('confirm')
  @HoldsSecret()
  @CanWhileEnrolling()
  @Answers(RecoveryCodesShape, 201)
  confirm(@Body() { code }: ConfirmDto) {
    return this.secondFactor.confirm(code);
  }

  /** Ten new recovery codes in place of those that are left. */
  @Post('recovery-codes')
  @HoldsSecret()
  @CanWhileEnrolling()
  @Answers(RecoveryCodesShape, 201)
  renewRecoveryCodes(@Body() proof: ProveDto) {
    return this.secondFactor.renewRecoveryCodes(proof);
  }

  @Post('disable')
  @HoldsSecret()
  @CanWhileEnrolling()
  @AnswersNothing()
  async disable(@Body() proof: ProveDto) {
    await this.secondFactor.disable(proof);
  }
}
