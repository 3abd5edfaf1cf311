import type { DemoView } from '../demo-types.ts';

const UNSOLVED = { field: 'status', op: 'is', value: ['new', 'open', 'pending', 'hold'] } as const;

export const NUSANTARA_VIEWS: DemoView[] = [
  {
    name: 'Mendesak, belum ditangani',
    filter: { all: [UNSOLVED, { field: 'priority', op: 'is', value: ['high', 'urgent'] }, { field: 'assignee', op: 'isEmpty' }] },
    sort: '-priority',
    layout: 'list',
  },
  {
    name: 'Pengiriman dan armada',
    filter: { all: [UNSOLVED, { field: 'tags', op: 'has', value: ['pengiriman', 'armada'] }] },
    sort: '-updatedAt',
    layout: 'board',
  },
  {
    name: 'Tiga hari tanpa kabar',
    filter: { all: [UNSOLVED, { field: 'updatedAt', op: 'notWithinDays', value: 3 }] },
    sort: 'updatedAt',
    layout: 'list',
  },
];
