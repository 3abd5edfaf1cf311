import { Flag, List, Nullable, OneOf, Shape, Text, Uuid, Whole, type Static } from '../../platform/http/shapes.ts';
import { PERSONAL_LIMITS } from '../../platform/throttling/limit-use.ts';
import { QUOTA_SUBJECTS } from '../../platform/throttling/quotas.ts';

const PersonShape = Shape('LimitedPerson', { id: Uuid(), name: Text() });

/** Times are whole seconds. */
export const LimitsShape = Shape('Limits', {
  /** False where the use is that of the process that answers, alone. */
  ofAllProcesses: Flag(),
  limits: List(Shape('Limit', { name: OneOf(PERSONAL_LIMITS), capacity: Whole(), window: Whole() })),
  /** By person, the most of a limit first; who has used nothing is left out. */
  use: List(Shape('LimitUse', { person: PersonShape, limit: OneOf(PERSONAL_LIMITS), used: Whole(), capacity: Whole(), reset: Whole() })),
  /** Quotas that are not full. */
  quotas: List(Shape('QuotaUse', { name: Text(), subject: OneOf(QUOTA_SUBJECTS), person: Nullable(PersonShape), used: Whole(), capacity: Whole(), reset: Whole() })),
});

export type LimitsBody = Static<typeof LimitsShape>;
