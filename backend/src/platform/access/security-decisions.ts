import { Injectable } from '@nestjs/common';
import { ERRORS } from '@kontor/contracts/errors';
import type { SecurityDecisionName } from '@kontor/contracts/audit';
import type { ProblemError } from '../http/problems.ts';
import { SignInFailed } from './sign-in-failed.ts';

/** What was decided about who gets in and what leaves. */
export interface SecurityDecision {
  action: SecurityDecisionName;
  /** Who was let in or did it; the member of the request where it is not said. */
  userId?: string;
  /** The workspace that was entered; that of the request where it is not said. */
  tenantId?: string;
  /** It concerns the person in all of their workspaces. */
  everywhere?: true;
  /** The e-mail address that was tried. */
  account?: string;
  subjectId?: string;
  details?: Record<string, string>;
}

/** Where decisions are told of as they fall. Whoever reacts writes in the same transaction, where there is one. */
@Injectable()
export class SecurityDecisions {
  readonly #listeners: ((decision: SecurityDecision) => void)[] = [];

  listen(react: (decision: SecurityDecision) => void): void {
    this.#listeners.push(react);
  }

  tell(decision: SecurityDecision): void {
    for (const react of this.#listeners) react(decision);
  }

  /** Tells of what a request was refused for, where that concerns who may do what. */
  tellRefusal(problem: ProblemError, route: string | undefined): void {
    const { status } = ERRORS[problem.code];
    if (problem instanceof SignInFailed) this.tell({ action: 'sign_in_failed', ...problem.who, details: { step: problem.step } });
    else if (status === 401 || status === 403) this.tell({ action: 'refused', details: refusal(problem, route) });
    else if (status === 429) this.tell({ action: 'limited', details: refusal(problem, route) });
  }
}

function refusal({ code }: ProblemError, route: string | undefined): Record<string, string> {
  return route === undefined ? { code } : { code, route };
}
