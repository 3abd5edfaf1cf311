import type { Choice } from './action-result.ts';
import { ApiProblem, localProblem } from './problem.ts';

/** What was typed into a field may mean several contacts, or none: the form asks again, with these to choose from. */
export class ChoiceNeeded extends ApiProblem {
  readonly field: string;
  readonly choices: Choice[];

  constructor(field: string, choices: Choice[], traceId: string) {
    super(localProblem('VALIDATION_FAILED', traceId));
    this.field = field;
    this.choices = choices;
  }
}
