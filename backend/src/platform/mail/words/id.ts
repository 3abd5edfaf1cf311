import type { Words } from './words.ts';

const ROLES = { owner: 'pemilik', admin: 'admin', agent: 'petugas', viewer: 'pengamat' };
const ON_TICKETS = 'Anda yang memilih kabar mana yang dikirim lewat surel: di akun Anda, pada bagian Notifikasi.';

export const id: Words = {
  invitation: ({ workspace, inviter, role, days }) => ({
    subject: `${inviter} mengundang Anda ke ${workspace}`,
    lines: [`${inviter} mengundang Anda bekerja di ${workspace} sebagai ${ROLES[role]}.`, `Tautan ini berlaku satu kali, dalam ${days} hari, dan hanya untuk Anda.`],
    action: 'Bergabung ke ruang kerja',
    foot: 'Jika Anda tidak menunggu undangan ini, abaikan saja: tanpa tautan itu tidak terjadi apa-apa.',
  }),
  assignment: ({ workspace, actor, number, subject }) => ({
    subject: `[#${number}] ${actor} menugaskan Anda: ${subject}`,
    lines: [`${actor} menugaskan tiket #${number} di ${workspace} kepada Anda:`, subject],
    action: 'Buka tiket',
    foot: ON_TICKETS,
  }),
  mention: ({ workspace, actor, number, subject }) => ({
    subject: `[#${number}] ${actor} menyebut Anda: ${subject}`,
    lines: [`${actor} menyebut Anda dalam catatan pada tiket #${number} di ${workspace}:`, subject],
    action: 'Baca catatan',
    foot: ON_TICKETS,
  }),
  reply: ({ workspace, actor, number, subject, body, files }) => ({
    subject: `[#${number}] ${subject}`,
    lines: files.length === 0 ? [body] : [body, `Berkas untuk pesan ini: ${files.join(', ')}. Berkas tidak dikirim lewat surel: mintalah kepada kami.`],
    foot: `${actor}, ${workspace}. Mohon biarkan #${number} di baris subjek saat membalas.`,
  }),
  test: ({ workspace, actor }) => ({
    subject: `Pesan uji dari ${workspace}`,
    lines: [`${actor} meminta pesan ini untuk memastikan surel sampai. Ternyata sampai.`],
    foot: 'Tidak ada yang perlu dilakukan.',
  }),
  passwordReset: ({ name, minutes }) => ({
    subject: 'Pilih kata sandi baru',
    lines: [`Halo ${name},`, 'seseorang, semoga Anda sendiri, lupa kata sandi akun Anda.', `Tautan ini berlaku satu kali, dalam ${minutes} menit. Dengan kata sandi baru semua sesi Anda berakhir.`],
    action: 'Pilih kata sandi baru',
    foot: 'Jika itu bukan Anda, abaikan saja: kata sandi Anda tetap seperti semula.',
  }),
  linkHidden: '(tautan tidak ditampilkan)',
};
