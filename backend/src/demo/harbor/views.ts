import type { DemoView } from '../demo-types.ts';

const UNSOLVED = { field: 'status', op: 'is', value: ['new', 'open', 'pending', 'hold'] } as const;

export const HARBOR_VIEWS: DemoView[] = [
  {
    name: 'Urgent, nobody on it',
    filter: { all: [UNSOLVED, { field: 'priority', op: 'is', value: ['high', 'urgent'] }, { field: 'assignee', op: 'isEmpty' }] },
    sort: '-priority',
    layout: 'list',
  },
  {
    name: 'Deliveries and equipment',
    filter: { all: [UNSOLVED, { any: [{ field: 'tags', op: 'has', value: ['delivery', 'equipment'] }, { field: 'subject', op: 'contains', value: 'van' }] }] },
    sort: '-updatedAt',
    layout: 'board',
  },
  {
    name: 'Quiet for three days',
    filter: { all: [UNSOLVED, { field: 'updatedAt', op: 'notWithinDays', value: 3 }] },
    sort: 'updatedAt',
    layout: 'list',
  },
];
