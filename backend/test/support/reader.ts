import type { Response } from 'supertest';

/** The body of an answer, as what it is known to be. */
export function bodyOf<T>(answer: Response): T {
  return answer.body as T;
}
