import { Unauthenticated } from '../http/problems.ts';

/** A password or code that was wrong. Whose it would have been is for the audit, never for the answer. */
export class SignInFailed extends Unauthenticated {
  constructor(
    detail: string,
    readonly step: 'password' | 'second_factor',
    readonly who: { account: string } | { subjectId: string },
  ) {
    super(detail);
  }
}
