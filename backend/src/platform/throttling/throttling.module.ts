import { Global, Module } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { GcraStorage } from './gcra.storage.ts';
import { SignInLimit } from './sign-in-limit.ts';

@Global()
@Module({
  imports: [ThrottlerModule.forRoot({ throttlers: [{ ttl: 60_000, limit: 1 }], storage: new GcraStorage() })],
  providers: [SignInLimit],
  exports: [SignInLimit, ThrottlerModule],
})
export class ThrottlingModule {}
