import type { TenantPlan } from '../tenant-plan.ts';
import { HARBOR_ANSWERS } from './answers.ts';
import { HARBOR_CONTACTS } from './contacts.ts';
import { HARBOR_ASSIGNEES, HARBOR_MEMBERS, HARBOR_RHYTHM, HARBOR_VOICE } from './people.ts';
import { HARBOR_PINNED, HARBOR_RECENT_AGES } from './pinned.ts';
import { HARBOR_BILLING } from './stories-billing.ts';
import { HARBOR_DELIVERY } from './stories-delivery.ts';
import { HARBOR_DIETS } from './stories-diets.ts';
import { HARBOR_EDGES } from './stories-edges.ts';
import { HARBOR_EQUIPMENT } from './stories-equipment.ts';
import { HARBOR_EVENTS } from './stories-events.ts';
import { HARBOR_FAMILIES } from './stories-families.ts';
import { HARBOR_HOUSE } from './stories-house.ts';
import { HARBOR_SCHOOLS } from './stories-schools.ts';
import { HARBOR_LONG } from './story-long.ts';
import { HARBOR_VIEWS } from './views.ts';

/** A caterer in a harbour city in the north of Germany: schools, kitas, companies and events. */
export const HARBOR: TenantPlan = {
  tenant: {
    slug: 'harbor',
    name: 'Harbor Catering',
    locale: 'en',
    timeZone: 'Europe/Berlin',
    fields: [
      { key: 'delivery', label: 'Delivery day', kind: 'date', options: [] },
      { key: 'kitchen', label: 'Kitchen', kind: 'choice', options: ['Harbour', 'Altona'] },
    ],
    views: HARBOR_VIEWS,
  },
  members: HARBOR_MEMBERS,
  contacts: HARBOR_CONTACTS.map(([key, name, kind, place, email, phone]) => {
    // An organisation is addressed as a whole, a person by the first name.
    const call = kind === 'office' || name === place ? 'all' : name.replace('Dr. ', '').split(' ')[0];
    return { key, name, kind, place, email, phone, call: call ?? name };
  }),
  assignees: HARBOR_ASSIGNEES,
  rhythm: HARBOR_RHYTHM,
  voice: HARBOR_VOICE,
  answers: HARBOR_ANSWERS,
  stories: [
    ...HARBOR_BILLING,
    ...HARBOR_DELIVERY,
    ...HARBOR_DIETS,
    ...HARBOR_EQUIPMENT,
    ...HARBOR_EVENTS,
    ...HARBOR_FAMILIES,
    ...HARBOR_HOUSE,
    ...HARBOR_SCHOOLS,
  ],
  edges: [HARBOR_LONG, ...HARBOR_EDGES],
  pinned: HARBOR_PINNED,
  recentAges: HARBOR_RECENT_AGES,
  lastNumber: 1042,
  seed: 20_261_120,
};
