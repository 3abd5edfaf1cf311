import type { PinnedStory } from '../demo-types.ts';

export const NUSANTARA_PINNED: PinnedStory[] = [
  {
    number: 517,
    age: 18,
    subject: 'Suhu inti ayam semur P-398 baru 71,8 °C',
    from: 'mak-ijah',
    tags: 'haccp produksi',
    priority: 'urgent',
    channel: 'web',
    plain: true,
    script: `
      > Ayam semur untuk TK, 250 porsi, suhu inti baru 71,8 °C. Batasnya 74. Wajan nomor 4 apinya kecil sebelah,
      sudah saya pindah
      separuh ke wajan 2.
      ..12m
      > Sudah diukur ulang: 73,1. Sepuluh menit lagi saya ukur lagi. Mobil pertama jam 06.00.
    `,
  },
  {
    number: 516,
    age: 41,
    subject: 'Tambahan 24 porsi untuk siswa pindahan mulai Senin',
    from: 'rina',
    assignee: 'bagus',
    tags: 'porsi sekolah',
    priority: 'high',
    plain: true,
    script: `
      > Selamat pagi, mulai Senin ada 24 siswa pindahan di kelas 4 dan 5 dari sekolah yang sedang direhab. Apakah
      bisa langsung ikut makan?
      Data namanya sudah saya isi di formulir.
      ..6m
      @bagus
      ..9m
      < Selamat pagi Bu Rina, bisa. Porsi SDN Sukamaju 02 jadi 436 mulai Senin. Adakah yang punya alergi?
      ..17m
      > Satu anak alergi udang, namanya sudah saya tandai. Kursinya belum cukup, tapi itu urusan kami 🙂
    `,
  },
  {
    number: 514,
    age: 95,
    subject: 'Ompreng kurang 31 buah di SMPN 3 Cibeureum',
    from: 'guru-piket',
    assignee: 'sari',
    tags: 'ompreng pengiriman',
    plain: true,
    script: `
      > Pagi ini ompreng yang datang 479, padahal siswa 510. Tiga puluh satu siswa kelas 9 makan bergantian.
      ..15m
      @sari
      ..10m
      # Hitungan di dapur 510. Satu keranjang tertinggal di mobil 5, Kang Dadan sudah putar balik.
      ..6m
      < Mohon maaf Pak Fauzi, satu keranjang tertinggal di mobil. Sopir kami tiba lagi di sekolah sekitar 20 menit.
      ..34m
      > Sudah datang, masih hangat. Lain kali tolong dihitung bersama di gerbang.
    `,
  },
  {
    number: 513,
    age: 240,
    subject: 'Menu minggu depan: dua anak alergi kacang',
    from: 'laila',
    assignee: 'dewi',
    tags: 'alergi menu',
    priority: 'high',
    plain: true,
    script: `
      > Di menu Selasa ada gado-gado dan Kamis ada bubur kacang hijau. Dua anak kami alergi kacang tanah. Apakah
      kacang hijau juga
      berbahaya untuk mereka?
      ..20m
      @dewi
      ..45m
      < Terima kasih sudah bertanya, Bu Laila. Kacang hijau dan kacang tanah berbeda, tetapi keduanya diolah di meja
      yang sama. Untuk dua
      anak itu kami siapkan bubur sumsum dan capcay tanpa saus kacang, tutup ompreng warna putih.
      ..80m
      > Orang tuanya lega sekali. Apakah namanya perlu ditempel di tutupnya?
    `,
  },
  {
    number: 511,
    age: 420,
    subject: 'Harga cabai rawit naik, minta penyesuaian',
    from: 'cecep',
    assignee: 'yusuf',
    tags: 'pemasok harga',
    plain: true,
    script: `
      > Harga cabai rawit di pasar induk sudah Rp 92.000 per kilo. Kontrak kita Rp 60.000. Mulai minggu depan saya
      tidak sanggup lagi kalau
      tidak disesuaikan.
      ..60m
      @yusuf
      ..70m
      # Kebutuhan minggu depan 38 kg. Pagu bahan per porsi masih cukup kalau menu Rabu diganti.
      ..20m
      < Kami paham, Pak Cecep. Untuk dua minggu kami bisa Rp 75.000 asal timbangannya bersih tanpa tangkai. Menu
      pedas kami kurangi.
      Bagaimana?
      ..1m
      =pending
    `,
  },
  {
    number: 508,
    age: 1500,
    subject: 'Susu UHT 12 karton penyok, 3 kembung',
    from: 'budi',
    assignee: 'bagus',
    tags: 'gudang mutu',
    priority: 'high',
    plain: true,
    script: `
      > Kiriman susu dari koperasi: 12 karton penyok, 3 di antaranya kembung. Semua saya pisahkan di rak karantina,
      lot LH-2911.
      ..30m
      @bagus
      ..20m
      < Bagus, jangan dipakai satu pun dari lot itu dulu. Foto sudah saya terima, saya hubungi koperasi.
      ..60m
      # Bu Vivi kirim pengganti 15 karton besok jam 9, lot lama diambil sekalian.
      ..1m
      =hold
    `,
  },
  {
    number: 505,
    age: 2200,
    subject: 'Jadwal makan saat ujian tengah semester',
    from: 'agus',
    assignee: 'dewi',
    tags: 'jadwal sekolah',
    plain: true,
    script: `
      > Minggu depan ujian tengah semester. Siswa pulang jam 10.30. Apakah makan bisa diantar jam 09.45 dan bukan
      11.30?
      ..90m
      @dewi
      ..60m
      < Bisa, Pak Agus. Rute mobil 3 kami balik supaya SMAN 2 jadi yang pertama. Mohon dipastikan ada petugas di aula
      jam 09.40.
      ..1100m
      > Petugasnya Pak Eman, nomornya sama seperti dulu. Untuk hari Jumat tetap jam biasa, ya.
    `,
  },
];

/** Ages, in minutes, of the numbers between the pinned ones. */
export const NUSANTARA_RECENT_AGES: Record<number, number> = {
  515: 70, 512: 300, 510: 560, 509: 900, 507: 1700, 506: 1950,
};
