import type { Choice } from './action-result.ts';
import { ApiProblem, localProblem } from './problem.ts';

/** What was typed into a field may mean several things, or nothing: the form asks again, with these to choose from. */
export class ChoiceNeeded extends ApiProblem {
  readonly choices: Record<string, Choice[]>;

  constructor(field: string, choices: Choice[], traceId: string) {
    const error = { pointer: `/${field}`, code: choices.length > 0 ? 'INVALID_VALUE' : 'NOT_FOUND', message: '' } as const;
    super({ ...localProblem('VALIDATION_FAILED', traceId), errors: [error] });
    this.choices = { [field]: choices };
  }
}
