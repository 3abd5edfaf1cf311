import type { ProblemError } from './problems.ts';

const byName = new Map<string, () => ProblemError>();

/** A feature says here what the caller is told when a constraint of its tables refuses. */
export function onConstraint(name: string, problem: () => ProblemError): void {
  byName.set(name, problem);
}

export function constraintProblem(name: string | undefined): ProblemError | undefined {
  return name === undefined ? undefined : byName.get(name)?.();
}
