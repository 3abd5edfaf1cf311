import { SetMetadata } from '@nestjs/common';

export const LOCATED = 'kontor:located';

/** A creating handler answers where the new resource is: `Location: /api/v1/<collection>/<id>`. */
export function Located(collection: string): MethodDecorator {
  return SetMetadata(LOCATED, collection);
}
