import type { TicketStatus } from '@kontor/contracts/tickets';

/** One thing that was found: where it is, what it is called, and a quiet word beside it. */
export interface Hit {
  id: string;
  href: string;
  label: string;
  hint: string | null;
}

export interface TicketHit extends Hit {
  number: number;
  status: TicketStatus;
}

/** What a search answers, to the page and to the palette. */
export interface Found {
  tickets: TicketHit[];
  contacts: Hit[];
  companies: Hit[];
}

export const NOTHING_FOUND: Found = { tickets: [], contacts: [], companies: [] };
