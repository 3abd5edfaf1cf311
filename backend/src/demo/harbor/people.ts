import type { DemoMember, Rhythm, Voice } from '../demo-types.ts';

const BERLIN = { locale: 'en', timeZone: 'Europe/Berlin', ticketVisibility: 'all' } as const;

export const HARBOR_MEMBERS: DemoMember[] = [
  { key: 'mara', email: 'owner@harbor.test', name: 'Mara Klein', role: 'owner', ...BERLIN },
  { key: 'tom', email: 'agent@harbor.test', name: 'Tom Becker', role: 'agent', team: 'Orders', ...BERLIN },
  { key: 'ida', email: 'viewer@harbor.test', name: 'Ida Sommer', role: 'viewer', ...BERLIN },
  { key: 'jonas', email: 'both@harbor.test', name: 'Jonas Weber', role: 'agent', team: 'Deliveries', ...BERLIN },
  { key: 'ines', email: 'ines@harbor.test', name: 'Ines Schulz', role: 'agent', team: 'Orders', ...BERLIN },
  { key: 'emre', email: 'emre@harbor.test', name: 'Emre Yıldız', role: 'agent', team: 'Deliveries', ...BERLIN },
  { key: 'paula', email: 'paula@harbor.test', name: 'Paula Hartmann', role: 'admin', ...BERLIN },
];

/** Who takes tickets, the busy ones more often. */
export const HARBOR_ASSIGNEES = ['tom', 'tom', 'tom', 'ines', 'ines', 'emre', 'emre', 'jonas', 'mara', 'paula'];

const WEEK = [1, 2, 3, 4, 5];

export const HARBOR_RHYTHM: Rhythm = {
  timeZone: 'Europe/Berlin',
  members: { ...Object.fromEntries(WEEK.map((day) => [day, [6.5, 18]])), 6: [8, 13] },
  contacts: { ...Object.fromEntries(WEEK.map((day) => [day, [6.25, 20.5]])), 6: [9, 18], 0: [14, 20] },
};

export const HARBOR_VOICE: Voice = {
  contactOpenings: (hour) => [
    hour < 11 ? 'Good morning,' : hour < 17 ? 'Hello,' : 'Good evening,',
    'Hello Harbor team,',
    'Hi,',
    'Dear Harbor team,',
    'Moin,',
    '',
    '',
  ],
  contactClosings: ({ name, call, place }) => [
    `Kind regards\n${name}`,
    `Best regards,\n${name}${place === name ? '' : `\n${place}`}`,
    `Thanks,\n${call === 'all' ? name : call}`,
    `Thank you!\n${name}`,
    '',
    '',
  ],
  memberOpenings: ({ call }, hour) => [
    hour < 11 ? `Good morning ${call},` : `Hello ${call},`,
    `Hello ${call},`,
    `Hi ${call},`,
  ],
  memberClosings: (firstName) => [`Best, ${firstName}`, `Kind regards\n${firstName}, Harbor Catering`, '', ''],
};
