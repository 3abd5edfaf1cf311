import type { TicketFilter } from './ticket-filter.ts';
import { UNSOLVED_STATUSES } from './tickets.ts';

export const VIEW_LAYOUTS = ['list', 'board'] as const;
export type ViewLayout = (typeof VIEW_LAYOUTS)[number];

export const VIEW_LIMITS = { name: 60, place: 1000, counted: 1000 } as const;

const UNSOLVED: TicketFilter = { field: 'status', op: 'is', value: UNSOLVED_STATUSES };

/** Views that every member has. */
export const DEFAULT_VIEWS = {
  mine: { all: [UNSOLVED, { field: 'assignee', op: 'is', value: ['me'] }] },
  unassigned: { all: [UNSOLVED, { field: 'assignee', op: 'isEmpty' }] },
  open: UNSOLVED,
  solved: { all: [{ field: 'status', op: 'is', value: ['solved'] }, { field: 'solvedAt', op: 'withinDays', value: 7 }] },
} as const satisfies Record<string, TicketFilter>;
export type DefaultView = keyof typeof DEFAULT_VIEWS;
