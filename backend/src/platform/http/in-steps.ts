import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { NO_KEY } from './holds-secret.ts';

export const IN_STEPS = 'kontor:in-steps';

/** A handler that moves bytes: no unit of work spans it, it asks the database in steps (`Database.step`), so that a slow client holds no connection. No transaction is its own, in which its answer could be kept: it refuses an `Idempotency-Key`. */
export function InSteps(): MethodDecorator {
  return applyDecorators(SetMetadata(IN_STEPS, true), ApiExtension(NO_KEY, true));
}
