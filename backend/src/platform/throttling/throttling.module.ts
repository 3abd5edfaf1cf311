import { Global, Module } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { GcraStorage } from './gcra.storage.ts';
import { Quotas } from './quotas.ts';
import { SignInLimit } from './sign-in-limit.ts';

@Global()
@Module({
  imports: [ThrottlerModule.forRoot({ throttlers: [{ ttl: 60_000, limit: 1 }], storage: new GcraStorage() })],
  providers: [Quotas, SignInLimit],
  exports: [Quotas, SignInLimit, ThrottlerModule],
})
export class ThrottlingModule {}
