import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

export const HOLDS_SECRET = 'kontor:holds-secret';
/** Marks an operation of the OpenAPI document that takes no `Idempotency-Key`. */
export const NO_KEY = 'x-no-idempotency-key';

/** A handler that takes or answers a secret: nothing of it is kept, so that it refuses an `Idempotency-Key`. A test finds those that do not say so. */
export function HoldsSecret(): MethodDecorator {
  return applyDecorators(SetMetadata(HOLDS_SECRET, true), ApiExtension(NO_KEY, true));
}
