import type { TenantPlan } from '../tenant-plan.ts';
import { NUSANTARA_ANSWERS } from './answers.ts';
import { NUSANTARA_CONTACTS } from './contacts.ts';
import { NUSANTARA_ASSIGNEES, NUSANTARA_MEMBERS, NUSANTARA_RHYTHM, NUSANTARA_VOICE } from './people.ts';
import { NUSANTARA_PINNED, NUSANTARA_RECENT_AGES } from './pinned.ts';
import { NUSANTARA_ARMADA } from './stories-armada.ts';
import { NUSANTARA_DAPUR } from './stories-dapur.ts';
import { NUSANTARA_GIZI } from './stories-gizi.ts';
import { NUSANTARA_GUDANG } from './stories-gudang.ts';
import { NUSANTARA_KELUARGA } from './stories-keluarga.ts';
import { NUSANTARA_EDGES, NUSANTARA_LONG } from './stories-khusus.ts';
import { NUSANTARA_PENGIRIMAN } from './stories-pengiriman.ts';
import { NUSANTARA_PROGRAM } from './stories-program.ts';
import { NUSANTARA_SEKOLAH } from './stories-sekolah.ts';
import { NUSANTARA_VIEWS } from './views.ts';

/** A network of kitchens in Indonesia that cooks free school meals before dawn. */
export const NUSANTARA: TenantPlan = {
  tenant: {
    slug: 'nusantara',
    name: 'Dapur Nusantara',
    locale: 'id',
    timeZone: 'Asia/Jakarta',
    fields: [
      { key: 'kirim', label: 'Hari kirim', kind: 'date', options: [] },
      { key: 'dapur', label: 'Dapur', kind: 'choice', options: ['Pusat', 'Timur'] },
    ],
    views: NUSANTARA_VIEWS,
  },
  members: NUSANTARA_MEMBERS,
  contacts: NUSANTARA_CONTACTS.map(([key, name, call, kind, place, email, phone]) => {
    return { key, name, call, kind, place, email, phone };
  }),
  assignees: NUSANTARA_ASSIGNEES,
  rhythm: NUSANTARA_RHYTHM,
  voice: NUSANTARA_VOICE,
  answers: NUSANTARA_ANSWERS,
  stories: [
    ...NUSANTARA_ARMADA,
    ...NUSANTARA_DAPUR,
    ...NUSANTARA_GIZI,
    ...NUSANTARA_GUDANG,
    ...NUSANTARA_KELUARGA,
    ...NUSANTARA_PENGIRIMAN,
    ...NUSANTARA_PROGRAM,
    ...NUSANTARA_SEKOLAH,
  ],
  edges: [NUSANTARA_LONG, ...NUSANTARA_EDGES],
  pinned: NUSANTARA_PINNED,
  recentAges: NUSANTARA_RECENT_AGES,
  lastNumber: 517,
  seed: 17_081_945,
};
