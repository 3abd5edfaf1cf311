import type { DemoMember, Rhythm, Voice } from '../demo-types.ts';

const JAKARTA = { locale: 'id', timeZone: 'Asia/Jakarta', ticketVisibility: 'all' } as const;

export const NUSANTARA_MEMBERS: DemoMember[] = [
  { key: 'ratna', email: 'owner@nusantara.test', name: 'Ratna Wulandari', role: 'owner', ...JAKARTA },
  { key: 'bagus', email: 'agent@nusantara.test', name: 'Bagus Prasetyo', role: 'agent', team: 'Pesanan', ...JAKARTA },
  { key: 'dewi', email: 'dewi@nusantara.test', name: 'Dewi Lestari', role: 'agent', team: 'Pesanan', ...JAKARTA },
  { key: 'yusuf', email: 'yusuf@nusantara.test', name: 'Yusuf Hidayat', role: 'admin', ...JAKARTA },
  { key: 'sari', email: 'sari@nusantara.test', name: 'Sari Anggraini', role: 'agent', team: 'Pengiriman', ...JAKARTA, ticketVisibility: 'own' },
  // The same person as in Harbor Catering: he helps with the Indonesian kitchens from Hamburg.
  { key: 'jonas', email: 'both@harbor.test', name: 'Jonas Weber', role: 'agent', team: 'Pengiriman', ...JAKARTA },
];

export const NUSANTARA_ASSIGNEES = ['bagus', 'bagus', 'bagus', 'dewi', 'dewi', 'dewi', 'yusuf', 'sari', 'sari', 'ratna'];

const WEEK = [1, 2, 3, 4, 5];

/** The kitchens cook from 2 in the morning; the office is there from 3. */
export const NUSANTARA_RHYTHM: Rhythm = {
  timeZone: 'Asia/Jakarta',
  members: { ...Object.fromEntries(WEEK.map((day) => [day, [3, 16.5]])), 6: [5, 13] },
  contacts: { ...Object.fromEntries(WEEK.map((day) => [day, [4, 19.5]])), 6: [6, 17], 0: [8, 18] },
};

function timeOfDay(hour: number): string {
  if (hour < 11) return 'Selamat pagi';
  if (hour < 15) return 'Selamat siang';
  return hour < 18 ? 'Selamat sore' : 'Selamat malam';
}

export const NUSANTARA_VOICE: Voice = {
  contactOpenings: (hour) => [
    `${timeOfDay(hour)},`,
    `${timeOfDay(hour)} Tim Dapur Nusantara,`,
    'Assalamualaikum,',
    'Yth. Tim Dapur Nusantara,',
    'Halo Dapur Nusantara,',
    '',
  ],
  contactClosings: ({ name, place }) => [
    `Terima kasih.\n${name}`,
    `Hormat kami,\n${name}\n${place}`,
    `Terima kasih banyak atas bantuannya.\n${name}, ${place}`,
    'Terima kasih.',
    '',
    '',
  ],
  memberOpenings: (_, hour) => [`${timeOfDay(hour)},`, `${timeOfDay(hour)},`, ''],
  memberClosings: (firstName) => [`Salam,\n${firstName}`, `Terima kasih,\n${firstName} – Dapur Nusantara`, '', ''],
};
