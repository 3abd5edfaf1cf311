import type { Story } from '../demo-types.ts';

export const NUSANTARA_DAPUR: Story[] = [
  {
    subject: '{alat} {masalah}',
    from: 'dapur',
    tags: 'alat dapur',
    priority: 'high',
    channel: 'web',
    hours: [4, 9],
    script: `
      > {alat} {masalah} sejak {sejak}. {dampak}
      @
      # Pak Teguh bisa datang {kapan}. {sementara}
      < Teknisi datang {kapan}. Sementara itu {sementara_kecil}
      =hold
      ..1d
      < Sudah selesai diperbaiki: {hasil} Tolong dipantau dua hari ini.
      > Normal lagi, terima kasih.
      =solved
    `,
    cases: [
      {
        alat: 'Steamer nasi 2', masalah: 'tidak mau panas', sejak: 'jam 02.30',
        dampak: 'Nasi 180 kg terpaksa bergantian di steamer 1 dan 3.', kapan: 'jam 05.00',
        sementara: 'Nasi dimasak tiga gelombang.',
        sementara_kecil: 'nasi dimasak tiga gelombang, berangkat paling akhir SMA.', hasil: 'pemantiknya diganti.',
      },
      {
        alat: 'Chiller sayur', masalah: 'suhunya 12 °C', sejak: 'tadi malam',
        dampak: 'Sayur sudah saya pindah ke chiller daging, beda rak.', kapan: 'pagi ini',
        sementara: 'Sayur daun dipakai dulu.',
        sementara_kecil: 'sayur daun dipakai lebih dulu dan jangan terima barang baru.',
        hasil: 'freonnya bocor di sambungan.',
      },
      {
        alat: 'Mesin pemotong sayur', masalah: 'macet', sejak: 'kemarin sore',
        dampak: 'Wortel 90 kg dipotong tangan, empat orang.', kapan: 'besok jam 13.00',
        sementara: 'Pinjam mesin Dapur Melati.', sementara_kecil: 'mesin Dapur Melati dipinjam lewat mobil 5.',
        hasil: 'pisaunya terganjal batu kecil dari wortel.',
      },
      {
        alat: 'Exhaust fan', masalah: 'berbunyi keras dan lemah', sejak: 'Senin',
        dampak: 'Dapur penuh asap, mata perih.', kapan: '{day+2} setelah produksi',
        sementara: 'Menu goreng diganti kukus.',
        sementara_kecil: 'menu goreng kita ganti kukus dan semua pintu dibuka.',
        hasil: 'as dan bearing diganti, cerobong dibersihkan.',
      },
    ],
  },
  {
    subject: 'Gas tinggal {tabung} tabung untuk besok',
    from: 'mak-ijah',
    tags: 'gas stok',
    priority: 'urgent',
    channel: 'phone',
    hours: [14, 18],
    script: `
      > Lapor, gas 50 kilo tinggal {tabung} tabung. Besok perlu {perlu}. Agen biasa {alasan}.
      @
      !urgent
      < Tenang, Mak. {jumlah} tabung dari Mitra Api datang jam {jam}, saya tunggu di dapur.
      # Minta jadwal tetap tiap Senin dan Kamis supaya tidak terulang.
      > Gas sudah datang, sudah dipasang dan dites sabun, tidak bocor.
      =solved
    `,
    cases: [
      { tabung: 'dua', perlu: 'lima', alasan: 'tidak angkat telepon', jumlah: 'Enam', jam: '19.00' },
      { tabung: 'satu', perlu: 'empat', alasan: 'sedang kosong', jumlah: 'Lima', jam: '21.30', from: 'firman' },
      { tabung: 'tiga', perlu: 'enam', alasan: 'sedang kehabisan kuota', jumlah: 'Tujuh', jam: '17.00', from: 'wulan' },
    ],
  },
  {
    subject: 'Tukar jadwal: {siapa} dan {lain}',
    from: 'dapur',
    tags: 'sdm jadwal',
    priority: 'low',
    channel: 'web',
    script: `
      > Mohon izin tukar jadwal dengan {lain} untuk {day+3}, karena {alasan}. {lain} sudah setuju.
      @
      # Jam istirahat cukup, sertifikat penjamah makanan dua-duanya ada.
      < Disetujui, jadwalnya sudah saya ubah.
      =solved
    `,
    cases: [
      { siapa: 'Yanti', lain: 'Teh Neni', alasan: 'anak saya wisuda TK', from: 'yanti' },
      { siapa: 'Rohmat', lain: 'Kang Asep', alasan: 'ada panen di kampung', from: 'rohmat' },
      { siapa: 'Wulan', lain: 'Mbak Tika', alasan: 'harus ke dokter gigi', from: 'wulan' },
      { siapa: 'Firman', lain: 'Pak Yusuf', alasan: 'mengantar ibu kontrol ke rumah sakit', from: 'firman' },
    ],
  },
  {
    subject: 'Air {sumber} {masalah}',
    from: 'rohmat',
    tags: 'air kebersihan',
    priority: 'urgent',
    channel: 'web',
    script: `
      > Air {sumber} {masalah} sejak {sejak}. Untuk cuci ompreng {count} buah tidak cukup atau tidak layak.
      @
      < Jangan dipakai untuk masak dan mencuci dulu. Mobil tangki {liter} liter datang jam {jam}.
      # Contoh air diambil untuk Labkesda. {sebab}
      =hold
      ..2d
      <yusuf Hasil laboratorium baik dan {sebab_kecil} Air boleh dipakai lagi.
      > Siap, bak sudah dikuras juga.
      =solved
    `,
    cases: [
      {
        sumber: 'PDAM', masalah: 'keruh', sejak: 'hujan semalam', count: '2.300', liter: '5.000', jam: '07.30',
        sebab: 'Pipa utama bocor di ujung jalan.', sebab_kecil: 'pipa utamanya sudah diperbaiki.',
      },
      {
        sumber: 'sumur', masalah: 'berbau', sejak: 'kemarin', count: '1.800', liter: '8.000', jam: '12.00',
        sebab: 'Saringan pasir belum diganti enam bulan.', sebab_kecil: 'saringan pasirnya sudah diganti.',
      },
    ],
  },
  {
    subject: 'Hasil inspeksi {date+0}: {count} catatan',
    from: 'dinas',
    tags: 'inspeksi haccp',
    priority: 'high',
    hours: [13, 17],
    script: `
      > Terlampir hasil inspeksi kesehatan lingkungan hari ini. Ada {count} catatan: {satu}; {dua}. Mohon tindak
      lanjut tertulis sebelum {date+10}.
      @
      #ratna Catatan pertama hari ini juga. Yang kedua minta penawaran tukang.
      < Terima kasih, dokter. Catatan pertama sudah kami perbaiki hari ini, yang kedua dikerjakan {day+6}. Fotonya
      kami kirim menyusul.
      =hold
      ..6d
      < Kedua catatan sudah selesai, foto sebelum dan sesudah terlampir.
      > Sudah kami verifikasi. Sertifikat laik higiene dapat diperpanjang.
      =solved
    `,
    cases: [
      {
        count: 'dua', satu: 'tempat sampah di ruang persiapan tanpa injakan', dua: 'kasa jendela gudang robek',
        from: 'dinkes',
      },
      {
        count: 'dua', satu: 'talenan merah dan hijau disimpan bersama', dua: 'lantai dekat drainase licin',
        from: 'dinkes',
      },
    ],
  },
  {
    subject: 'Sampel makanan {date+0}: {kendala}',
    from: 'wulan',
    tags: 'haccp sampel',
    script: `
      > {kendala_panjang} Mohon petunjuk.
      @
      < {petunjuk}
      # Ingatkan di briefing jam 02.00: sampel 100 gram per menu, 2 × 24 jam, suhu di bawah 5 °C, label jam dan nama.
      > Baik, sudah dikerjakan dan difoto.
      =solved
    `,
    cases: [
      {
        kendala: 'kulkas sampel penuh',
        kendala_panjang: 'Kulkas sampel sudah penuh karena sampel tiga hari lalu belum dibuang.',
        petunjuk: 'Yang lewat 2 × 24 jam boleh dibuang dengan berita acara, lalu kulkas dibersihkan sebelum diisi.',
      },
      {
        kendala: 'lupa diambil untuk TK',
        kendala_panjang: 'Sampel untuk menu TK lupa diambil, makanannya sudah berangkat semua.',
        petunjuk: 'Minta satu ompreng dari TK sebelum dibagikan, segera dinginkan, dan catat jamnya. Kejadian ini ditulis sebagai penyimpangan.',
      },
    ],
  },
  {
    subject: 'Pelatihan {tema} untuk {count} orang',
    from: 'firman',
    tags: 'sdm pelatihan',
    priority: 'low',
    script: `
      > Ada {count} karyawan baru di Dapur Kenanga yang belum ikut pelatihan {tema}. Kapan jadwal terdekat?
      @
      < Jadwal terdekat {day+8}, {date+8}, jam 13.00 di Dapur Cempaka. {count} kursi sudah saya pesankan.
      =pending
      > Semua bisa hadir, kami berangkat bersama mobil 5.
      =solved
    `,
    cases: [
      { tema: 'penjamah makanan', count: '7' },
      { tema: 'pertolongan pertama', count: '4' },
      { tema: 'pemadam api ringan', count: '10' },
    ],
  },
  {
    subject: 'Luka ringan: {kejadian}',
    from: 'yanti',
    tags: 'k3 sdm',
    priority: 'high',
    channel: 'web',
    script: `
      > {kejadian} jam {jam}. Sudah dibersihkan dan ditutup plester biru, yang bersangkutan dipindah ke {pindah}.
      @
      < Terima kasih sudah ditangani dengan benar. {lanjut}
      # Laporan K3 nomor {nomor}. {cegah}
      =solved
    `,
    cases: [
      {
        kejadian: 'Jari teriris waktu memotong buncis', jam: '01.50', pindah: 'bagian label',
        lanjut: 'Kalau besok masih nyeri, langsung ke puskesmas, biaya ditanggung.', nomor: '14',
        cegah: 'Sarung tangan anti potong dibagikan ke enam orang.',
      },
      {
        kejadian: 'Lengan terkena uap steamer', jam: '03.15', pindah: 'administrasi',
        lanjut: 'Aliri air 20 menit, jangan diberi pasta gigi. Bidan sudah saya hubungi.', nomor: '15',
        cegah: 'Tanda "tunggu 1 menit sebelum membuka" dipasang.',
      },
    ],
  },
  {
    subject: 'Minyak jelantah {liter} liter mau diapakan?',
    from: 'rohmat',
    tags: 'limbah',
    priority: 'low',
    channel: 'web',
    script: `
      > Jelantah di belakang sudah {liter} liter, drumnya hampir penuh. Ada yang menawar Rp {harga} per liter, tapi
      orangnya tidak jelas.
      @
      # Jangan dijual sembarangan, bisa kembali ke pasar sebagai minyak curah.
      < Jangan dijual ke yang tidak jelas, Mang. Pengumpul berizin menjemput {day+3} dan memberi surat terima.
      =pending
      ..3d
      > Sudah dijemput {liter} liter, suratnya saya taruh di map hijau.
      =solved
    `,
    cases: [{ liter: '160', harga: '5.000' }, { liter: '95', harga: '4.500' }],
  },
  {
    subject: 'Timbangan {nama} selisih {gram} gram',
    from: 'wulan',
    tags: 'alat haccp',
    script: `
      > Timbangan {nama} selisih {gram} gram terhadap anak timbangan 1 kg. Untuk {pakai} itu lumayan besar.
      @
      < Jangan dipakai untuk {pakai} dulu, tempel stiker merah. Pakai yang cadangan dari lemari kantor.
      # Tera ulang di metrologi {day+6}, biaya Rp 75.000.
      =hold
    `,
    cases: [
      { nama: 'pemorsian 3', gram: '18', pakai: 'porsi balita' },
      { nama: 'bumbu', gram: '7', pakai: 'menimbang garam' },
      { nama: 'gudang', gram: '40', pakai: 'penerimaan cabai' },
    ],
  },
];
