import type { TicketPriority } from '@kontor/contracts/tickets';
import type { DemoTicket, Rhythm } from './demo-types.ts';
import type { Random } from './random.ts';
import { nextActive } from './rhythm.ts';
import type { Step } from './script.ts';

const MINUTE = 60_000;

/** The more pressing a ticket, the quicker everybody. */
const PACE: Record<TicketPriority, number> = { low: 1.3, normal: 1, high: 0.3, urgent: 0.1 };

/** When the next step of a ticket usually happens after `at`, in hours in which people are there. */
export function usualTime(step: Step, ticket: DemoTicket, at: number, rhythm: Rhythm, random: Random): number {
  const lateness = random.between(2, 50) * MINUTE;
  const pace = PACE[ticket.priority];
  if (step.do === 'ask') return nextActive(at + random.between(15, 900) * pace * MINUTE, rhythm, 'contacts', lateness);
  const work = step.do === 'reply' ? random.between(6, 150) : step.do === 'note' ? random.between(4, 60) : null;
  // A change follows at once what it belongs to; only the first thing that is done waits for somebody to be there.
  const atOnce = ticket.entries.length === 1 ? 45 * pace : 2;
  const minutes = work === null ? random.between(0.2, atOnce) : work * Math.max(pace, 0.2);
  return nextActive(at + minutes * MINUTE, rhythm, 'members', lateness);
}
