export interface HttpRatios {
  /** Requests a second, Kontor to bare. */
  ratio: number;
  p99Ratio: number;
  /** CPU time of the server process a request. */
  cpuRatio: number;
}

export interface EventRatios {
  p50Ratio: number;
  p99Ratio: number;
  /** Deliveries a second; with 1,000 readers only. */
  throughputRatio?: number;
}

/** What `--json` writes. Every number is Kontor's to that of the bare server, RLS on to off, or search to list. */
export interface Results {
  list?: HttpRatios;
  create?: HttpRatios;
  ticket?: HttpRatios;
  members?: HttpRatios;
  feed?: HttpRatios;
  rls?: { ratio: number };
  /** The slowest twentieth of searches to that of Kontor's own plain list. */
  search?: { p95Ratio: number };
  events100?: EventRatios;
  events1000?: EventRatios;
  /** Pages of the list a second, to Next's own least page that is made anew for each request, and to one with the same tickets in it. */
  pages?: { ratio: number; rowsRatio: number };
  /** Scores from 0 to 100, on a desktop. */
  lighthouse?: { list: PageScores; ticket: PageScores };
}

export interface PageScores {
  performance: number;
  accessibility: number;
}

export interface Target {
  what: string;
  value: (results: Results) => number | undefined;
  /** At least this, or at most. */
  atLeast?: number;
  atMost?: number;
}

export const TARGETS: Target[] = [
  { what: 'list, requests a second', value: ({ list }) => list?.ratio, atLeast: 0.6 },
  { what: 'list, CPU a request', value: ({ list }) => list?.cpuRatio, atMost: 1.8 },
  { what: 'create, requests a second', value: ({ create }) => create?.ratio, atLeast: 0.55 },
  { what: 'ticket page, requests a second', value: ({ ticket }) => ticket?.ratio, atLeast: 0.3 },
  { what: 'members, requests a second', value: ({ members }) => members?.ratio, atLeast: 0.3 },
  { what: 'change feed, requests a second', value: ({ feed }) => feed?.ratio, atLeast: 0.3 },
  { what: 'list, RLS on to off', value: ({ rls }) => rls?.ratio, atLeast: 0.85 },
  { what: 'search, p95 to that of the list', value: ({ search }) => search?.p95Ratio, atMost: 4 },
  { what: 'events to 1,000, p50', value: ({ events1000 }) => events1000?.p50Ratio, atMost: 1.5 },
  { what: 'events to 1,000, p99', value: ({ events1000 }) => events1000?.p99Ratio, atMost: 2 },
  { what: 'events to 1,000, deliveries a second', value: ({ events1000 }) => events1000?.throughputRatio, atLeast: 0.8 },
  { what: 'list page, to the least page of Next', value: ({ pages }) => pages?.ratio, atLeast: 0.6 },
  { what: 'list page, Lighthouse performance', value: ({ lighthouse }) => lighthouse?.list.performance, atLeast: 95 },
  { what: 'list page, Lighthouse accessibility', value: ({ lighthouse }) => lighthouse?.list.accessibility, atLeast: 95 },
  { what: 'ticket page, Lighthouse performance', value: ({ lighthouse }) => lighthouse?.ticket.performance, atLeast: 95 },
  { what: 'ticket page, Lighthouse accessibility', value: ({ lighthouse }) => lighthouse?.ticket.accessibility, atLeast: 95 },
];

export function isMet({ atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY }: Target, value: number): boolean {
  return value >= atLeast && value <= atMost;
}
