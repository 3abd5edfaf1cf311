import { Global, Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { AsMember } from './as-member.ts';
import { BearerStrategy } from './bearer.strategy.ts';
import { Credentials } from './credentials.ts';
import { Encryption } from './encryption.ts';
import { LocalStrategy } from './local.strategy.ts';
import { SecurityDecisions } from './security-decisions.ts';
import { Sessions } from './sessions.ts';

@Global()
@Module({
  imports: [PassportModule.register({ session: false })],
  providers: [AsMember, SecurityDecisions, Sessions, Credentials, Encryption, BearerStrategy, LocalStrategy],
  exports: [AsMember, SecurityDecisions, BearerStrategy, Sessions, Credentials, Encryption],
})
export class AccessModule {}
