import type { Story } from '../demo-types.ts';

export const NUSANTARA_SEKOLAH: Story[] = [
  {
    subject: 'Porsi {day+2} dikurangi {count}: {alasan_singkat}',
    from: 'sd',
    tags: 'porsi sekolah',
    script: `
      > Mohon porsi untuk {day+2}, {date+2}, dikurangi {count} karena {alasan}. Yang lain tetap [seperti
      biasa|seperti jadwal].
      @
      < Sudah kami kurangi {count} porsi untuk {date+2}. Terima kasih sudah memberi tahu sebelum batas jam 12.00.
      =solved
    `,
    cases: [
      { count: '62', alasan_singkat: 'kelas 6 kemah', alasan: 'kelas 6 berkemah di bumi perkemahan' },
      { count: '28', alasan_singkat: 'lomba tari', alasan: 'satu kelas ikut lomba tari di kecamatan' },
      { count: '35', alasan_singkat: 'imunisasi', alasan: 'kelas 1 dipulangkan lebih awal setelah imunisasi' },
      {
        count: '44', alasan_singkat: 'manasik haji cilik', alasan: 'dua kelas mengikuti manasik haji cilik',
        from: 'wahyu',
      },
      { count: '19', alasan_singkat: 'studi tur', alasan: 'kelas 5 studi tur ke museum' },
    ],
  },
  {
    subject: 'Siswa puasa Senin–Kamis, bagaimana porsinya?',
    from: 'smp',
    tags: 'porsi sekolah',
    script: `
      > Di sekolah kami ada {count} siswa yang rutin puasa Senin dan Kamis. [Sayang kalau makanannya terbuang.|Selama
      ini makanannya dibagikan ke teman.]
      Apakah bisa diganti hari lain?
      @
      # Kemasan kering: {isi}. Ahli gizi setuju, tahan sampai magrib.
      < Bisa, {call}. Untuk hari puasa kami siapkan paket kering ({isi}) yang aman dimakan saat berbuka. Mohon daftar
      namanya per minggu.
      =pending
      > Daftarnya saya kirim tiap Jumat. Minggu ini {count} anak.
      < Sudah masuk, paketnya pakai stiker hijau.
      =solved
    `,
    cases: [
      { count: '37', isi: 'roti, telur rebus, pisang, susu UHT' },
      { count: '52', isi: 'lontong isi, telur asin, jeruk', from: 'siti' },
    ],
  },
  {
    subject: '{sayur} tidak dimakan anak-anak',
    from: 'sd',
    tags: 'menu masukan',
    priority: 'low',
    script: `
      > Sudah {kali} {sayur_kecil} kembali hampir utuh. Anak-anak bilang {kata}. Mungkin ada cara lain memasaknya?
      @
      #dewi Sisa {sayur_kecil} minggu ini {sisa} kg. Coba {ide}.
      < Terima kasih masukannya. Minggu depan kami coba {ide}; tolong kabari hasilnya, ya.
      =pending
      ..6d
      > {hasil}
      # Masuk resep versi baru.
      =solved
    `,
    cases: [
      {
        sayur: 'Tumis pare', sayur_kecil: 'tumis pare', kali: 'tiga kali', kata: '"pahit sekali, Bu"', sisa: '41',
        ide: 'pare diremas garam lalu dibuat isian telur',
        hasil: 'Lumayan, setengahnya habis. Kelas 6 malah minta tambah.',
      },
      {
        sayur: 'Bening bayam', sayur_kecil: 'bening bayam', kali: 'dua minggu', kata: 'sayurnya sudah lembek',
        sisa: '33', ide: 'bayam dimasak terakhir, kuah dikirim terpisah',
        hasil: 'Warnanya jauh lebih hijau dan hampir habis semua.',
      },
      {
        sayur: 'Terong balado', sayur_kecil: 'terong balado', kali: 'dua kali', kata: 'terlalu pedas', sisa: '27',
        ide: 'cabainya diganti paprika merah', hasil: 'Anak-anak suka, gurunya yang sekarang bilang kurang pedas.',
      },
      {
        sayur: 'Oseng pepaya muda', sayur_kecil: 'oseng pepaya muda', kali: 'dua kali', kata: 'rasanya "hambar"',
        sisa: '36', ide: 'pepaya direbus santan tipis dengan teri',
        hasil: 'Teri-nya yang dicari lebih dulu, sayurnya ikut habis.',
      },
    ],
  },
  {
    subject: 'Mohon kunjungan ahli gizi ke {place_pendek}',
    from: 'sd',
    tags: 'kunjungan gizi',
    priority: 'low',
    script: `
      > Untuk acara {acara} pada {date+14} kami ingin mengundang ahli gizi Dapur Nusantara berbicara kira-kira
      {menit} menit di depan {hadirin}.
      @
      #dewi Saya bisa. Bawa poster isi piringku dan contoh ompreng.
      < Dengan senang hati, {call}. Saya datang {day+14} jam 08.00. Apakah ada pengeras suara?
      =pending
      > Ada, dan halamannya teduh. Anak-anak sudah menyiapkan pertanyaan.
      =solved
    `,
    cases: [
      { place_pendek: 'upacara Hari Gizi', acara: 'Hari Gizi', menit: '20', hadirin: 'seluruh siswa' },
      { place_pendek: 'rapat orang tua', acara: 'rapat orang tua', menit: '30', hadirin: 'sekitar 80 orang tua' },
      { place_pendek: 'kelas parenting', acara: 'kelas parenting', menit: '45', hadirin: 'ibu-ibu TK', from: 'laila' },
    ],
  },
  {
    subject: 'Sekolah libur mendadak {kapan}: {sebab}',
    from: 'sd',
    tags: 'porsi darurat',
    priority: 'urgent',
    hours: [4, 7],
    script: `
      > Mohon maaf mendadak, sekolah kami diliburkan {kapan} karena {sebab}. Apakah pengiriman masih bisa dibatalkan?
      @
      # {keadaan}
      < {jawab} Semoga semuanya baik-baik saja di sana.
      > Terima kasih banyak pengertiannya. Besok kami kabari lagi sebelum jam 12.
      ..18h
      > Besok sekolah sudah masuk, porsi seperti biasa.
      < Siap, {place} masuk lagi ke rute besok.
      =solved
    `,
    cases: [
      {
        kapan: 'hari ini', sebab: 'banjir di halaman dan dua kelas',
        keadaan: 'Sudah dimasak 340 porsi. Kelurahan minta untuk dapur umum posko.',
        jawab: 'Makanannya sudah matang, jadi atas izin Bu Ratna kami alihkan ke posko banjir kelurahan.',
      },
      {
        kapan: 'besok', sebab: 'guru-guru melayat ke Garut',
        keadaan: 'Belum dimasak, beras dan ayam aman di gudang.', jawab: 'Masih bisa, belum ada yang dimasak.',
      },
      {
        kapan: 'hari ini', sebab: 'listrik padam sejak subuh',
        keadaan: '290 porsi sudah di mobil 2. Sekolah sebelah bisa menambah 120.',
        jawab: 'Sebagian kami alihkan ke sekolah sebelah, sisanya ke panti asuhan.',
      },
    ],
  },
  {
    subject: 'Data penerima {tahap} belum cocok',
    from: 'disdik',
    tags: 'data laporan',
    priority: 'high',
    script: `
      > Data penerima {tahap} di laporan Dapur Nusantara {lapor} anak, sedangkan data pokok kami {pokok}. Mohon dicek
      per sekolah sebelum {date+5}.
      @
      # Selisih {selisih}: {sumber}.
      < Sudah kami telusuri, Pak Mahmud. Selisih {selisih} anak berasal dari {sumber}. Tabel per sekolah terlampir.
      =pending
      > Sudah cocok sekarang. Terima kasih atas gerak cepatnya.
      =solved
    `,
    cases: [
      {
        tahap: 'bulan {monthago+1}', lapor: '11.482', pokok: '11.436', selisih: '46',
        sumber: 'siswa pindahan yang tercatat di dua sekolah',
      },
      {
        tahap: 'bulan {monthago+1}', lapor: '11.390', pokok: '11.521', selisih: '131',
        sumber: 'satu TK baru yang belum masuk daftar kami',
      },
    ],
  },
  {
    subject: 'Perubahan jam antar: {jam_lama} menjadi {jam_baru}',
    from: 'smp',
    tags: 'jadwal pengiriman',
    script: `
      > Mulai {day+4} jam istirahat kami berubah. Mohon makanan tiba {jam_baru}, sebelumnya {jam_lama}. [Jumlah
      tetap.|Porsi tidak berubah.]
      @
      # Cek rute: mobil 3 bisa, tapi jarak masak ke makan harus di bawah 4 jam.
      < Bisa mulai {day+4}. Pintu mana yang sebaiknya dipakai pada jam itu?
      =pending
      > Gerbang samping, ada satpam dari jam enam.
      =solved
    `,
    cases: [
      { jam_lama: '09.30', jam_baru: '11.15' },
      { jam_lama: '11.30', jam_baru: '10.00', from: 'eko' },
      { jam_lama: '10.15', jam_baru: '09.00', from: 'fitri' },
    ],
  },
  {
    subject: 'Terima kasih dari {siapa}',
    from: 'tk',
    tags: 'apresiasi',
    priority: 'low',
    script: `
      > {cerita} Mohon disampaikan ke Mak Ijah dan semua yang bangun jam dua pagi.
      @
      < Pesannya sudah saya bacakan waktu briefing jam tiga pagi. Mak Ijah sampai berkaca-kaca. Terima kasih, {call}!
      =solved
    `,
    cases: [
      {
        siapa: 'anak-anak TK B',
        cerita: 'Anak-anak menggambar ompreng dengan tulisan "enak sekali", gambarnya saya titipkan ke sopir.',
      },
      {
        siapa: 'kelas ibu hamil',
        cerita: 'Di penimbangan kemarin berat badan tujuh dari sembilan ibu naik bagus, kata Bu Bidan berkat makanannya.',
        from: 'kader',
      },
      {
        siapa: 'siswa kelas 6',
        cerita: 'Nilai kehadiran kelas 6 bulan ini paling tinggi sepanjang tahun. Kata mereka, "sayang kalau bolos, Pak, ada ayamnya".',
        from: 'asep',
      },
      {
        siapa: 'komite sekolah',
        cerita: 'Di rapat komite, orang tua sepakat menulis surat terima kasih karena anak-anak tidak lagi jajan sembarangan.',
        from: 'nining',
      },
    ],
  },
];
