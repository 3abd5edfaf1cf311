import type { DemoAnswer } from '../demo-types.ts';

export const NUSANTARA_ANSWERS: DemoAnswer[] = [
  {
    name: 'Sudah diterima',
    shortcut: 'terima',
    owner: null,
    body: '{{contact.name}}, terima kasih atas pesannya. Kami periksa dan kabari hari ini juga.\n\nSalam,\n{{agent.name}}, {{workspace.name}}',
  },
  {
    name: 'Alergi: data yang diperlukan',
    shortcut: 'alergi',
    owner: null,
    body: '{{contact.name}}, mohon kirim nama anak, jenis alergi, dan hari makannya. Sampai kami konfirmasi, mohon berikan menu polos.\n\n{{agent.name}}',
  },
  {
    name: 'Pengiriman terlambat',
    shortcut: 'terlambat',
    owner: null,
    body: '{{contact.name}}, mohon maaf atas keterlambatan ini (tiket {{ticket.number}}). Armada sudah di jalan.\n\n{{agent.name}}, {{workspace.name}}',
  },
];
