import { SetMetadata } from '@nestjs/common';

export const IN_STEPS = 'kontor:in-steps';

/** A handler that moves bytes: no unit of work spans it, it asks the database in steps (`Database.step`), so that a slow client holds no connection. */
export function InSteps(): MethodDecorator {
  return SetMetadata(IN_STEPS, true);
}
