import type { Story } from '../demo-types.ts';

export const NUSANTARA_PENGIRIMAN: Story[] = [
  {
    subject: 'Makanan terlambat {menit} menit',
    from: 'smp',
    tags: 'pengiriman',
    priority: 'high',
    hours: [9, 14],
    script: `
      > Makanan hari ini baru sampai {jam}, terlambat {menit} menit. [Anak-anak sudah lapar dan sebagian jajan di
      luar.|Jam pelajaran jadi mundur semua.]
      @
      # Mobil {mobil}: {sebab}.
      < Kami mohon maaf, {call}. Penyebabnya {sebab}. Mulai besok {tindakan}.
      > Baik, kami tunggu besok. {tutup}
      =solved
    `,
    cases: [
      {
        menit: '35', jam: '12.05', mobil: '2', sebab: 'ban bocor di tanjakan Cikole',
        tindakan: 'tiap mobil membawa ban cadangan yang sudah dicek', tutup: 'Syukurlah sopirnya tidak apa-apa.',
      },
      {
        menit: '50', jam: '12.20', mobil: '5', sebab: 'jalan ditutup karena hajatan',
        tindakan: 'sopir mengecek jalan dengan ketua RT sehari sebelumnya', tutup: 'Di sini memang musim hajatan.',
      },
      {
        menit: '25', jam: '11.55', mobil: '3', sebab: 'nasi dimasak ulang karena kurang matang',
        tindakan: 'steamer pertama dinyalakan 20 menit lebih awal', tutup: 'Lebih baik terlambat daripada mentah.',
      },
      {
        menit: '20', jam: '11.50', mobil: '6', sebab: 'aki lemah dan mesin baru hidup setelah didorong',
        tindakan: 'mobil itu dipanaskan sejak jam lima', tutup: 'Terima kasih sudah terus terang.',
      },
    ],
  },
  {
    subject: '{count} ompreng belum kembali dari {place_pendek}',
    from: 'sopir',
    tags: 'ompreng',
    priority: 'low',
    channel: 'web',
    script: `
      > Lapor, dari {place_pendek} masih kurang {count} ompreng sejak {sejak}. Kata penjaga sekolah {kata}.
      @
      # Hubungi wali kelas. Kalau besok belum ada, hitung bersama di tempat.
      < Terima kasih laporannya. Saya telepon sekolahnya, besok tolong dihitung bersama dan ditandatangani.
      =pending
      ..1d
      > {hasil}
      =solved
    `,
    cases: [
      {
        count: '18', place_pendek: 'SDN Mekarsari 03', sejak: 'Senin', kata: 'dibawa pulang anak kelas 1',
        hasil: 'Kembali 17. Satu lagi dipakai tempat pensil, katanya sudah diganti.',
      },
      {
        count: '40', place_pendek: 'MTs Nurul Iman', sejak: 'pengajian', kata: 'tersimpan di dapur pesantren',
        hasil: 'Ketemu semua, sudah dicuci bersih malah.',
      },
      {
        count: '9', place_pendek: 'SMK Teknika', sejak: 'minggu lalu', kata: 'tidak tahu',
        hasil: 'Kembali 6, tiga penyok terlindas motor. Sekolah mengganti.',
      },
      {
        count: '12', place_pendek: 'SDN Cempaka Putih 05', sejak: 'lomba kebersihan',
        kata: 'dipakai untuk lomba mewarnai',
        hasil: 'Kembali semua, dua masih ada bekas cat tapi hilang setelah direndam.',
      },
    ],
  },
  {
    subject: 'Kuah tumpah di mobil {mobil}',
    from: 'sopir',
    tags: 'pengiriman alat',
    hours: [6, 11],
    script: `
      > Kuah {menu} tumpah di mobil {mobil} waktu {saat}. Yang terkena {count} ompreng, tidak layak dibagikan. [Foto
      sudah di grup.|Fotonya menyusul.]
      @
      !high
      < Jangan dibagikan ya, Kang. {count} porsi pengganti berangkat dengan motor boks dalam 15 menit.
      # Tutup kontainer nomor 6 sudah aus. Pesan klem baru {klem} buah.
      > Pengganti sudah sampai, anak-anak makan semua. Mobil sudah dicuci.
      =solved
    `,
    cases: [
      { menu: 'soto ayam', mobil: '5', saat: 'mengerem mendadak di pasar', count: '22', klem: '12' },
      { menu: 'sayur asem', mobil: '2', saat: 'lewat jalan rusak dekat jembatan', count: '15', klem: '8' },
      { menu: 'opor', mobil: '3', saat: 'menghindari ayam di Pasirkaliki', count: '18', klem: '10' },
    ],
  },
  {
    subject: 'Jalan ke {place_pendek} putus karena longsor',
    from: 'sopir',
    tags: 'pengiriman darurat',
    priority: 'urgent',
    channel: 'phone',
    hours: [4, 6],
    script: `
      > Lapor lewat telepon jam 04.50: jalan ke {place_pendek} putus, longsor setinggi lutut. Mobil tidak bisa lewat,
      motor masih bisa lewat kebun.
      @
      < Jangan dipaksakan, Kang. Kita pindahkan ke tiga motor boks di warung Bu Eem. {count} porsi, dua kali jalan.
      # Sekolah setuju makan jam 10.30. Suhu saat tiba harus tetap di atas 60 °C, bawa termometer.
      > Semua sampai jam 10.20, suhu 64 °C. Warga bantu angkat.
      < Luar biasa, sampaikan terima kasih kami ke warga. Selama jalan ditutup rute ini pakai motor.
      =hold
    `,
    cases: [
      { place_pendek: 'SDN Pasirkaliki 04', count: '186' },
      { place_pendek: 'Posyandu Dahlia', count: '48', from: 'dadan' },
    ],
  },
  {
    subject: 'Nasi {keadaan} waktu diterima',
    from: 'sd',
    tags: 'mutu pengiriman',
    priority: 'high',
    hours: [9, 14],
    script: `
      > Nasi yang datang hari ini {keadaan}{rinci}. Apakah aman dimakan? Sementara belum kami bagikan.
      @
      !urgent
      < Terima kasih sudah menahan dulu, {call}. Mohon tidak dibagikan. {count} porsi nasi pengganti berangkat
      sekarang.
      # Sampel dari termos {termos} diambil. {sebab}
      > Nasi pengganti sudah kami terima, bagus dan hangat.
      < Terima kasih. Penyebabnya sudah ketemu, {sebab} Termosnya kami pensiunkan.
      =solved
    `,
    cases: [
      {
        keadaan: 'berlendir', rinci: ' di satu termos, baunya juga asam', count: '60', termos: '14',
        sebab: 'termos ditutup saat masih ada air bilasan.',
      },
      { keadaan: 'dingin', rinci: ', kami ukur 41 °C', count: '95', termos: '9', sebab: 'karet tutupnya sobek.' },
      {
        keadaan: 'setengah matang', rinci: ' di bagian tengah', count: '72', termos: '21',
        sebab: 'steamer 2 kehabisan gas sebelum waktunya.',
      },
    ],
  },
  {
    subject: 'Titip {barang} lewat sopir',
    from: 'tk',
    tags: 'pengiriman',
    priority: 'low',
    script: `
      > Apakah boleh {barang} dititipkan lewat sopir yang mengambil ompreng siang nanti? {rinci}
      @
      < Boleh, {call}, asal {syarat}. Kang Dadan sudah saya kabari.
      =solved
    `,
    cases: [
      { barang: 'formulir alergi yang baru', rinci: 'Ada 14 lembar dari orang tua.', syarat: 'dalam amplop tertutup' },
      {
        barang: 'hasil karya anak-anak', rinci: 'Untuk dipajang di dapur, ukurannya sekitar satu meter.',
        syarat: 'tidak ditaruh di atas makanan',
      },
      { barang: 'kunci ruang makan', rinci: 'Petugas besok diganti Bu Lilis.', syarat: 'diberi label nama sekolah' },
    ],
  },
  {
    subject: 'Permintaan antar ke {lokasi} pada {date+6}',
    from: 'sma',
    tags: 'pengiriman jadwal',
    script: `
      > Pada {date+6} siswa kami, {count} orang, berada di {lokasi} untuk {acara}. Apakah makan siangnya bisa diantar
      ke sana jam {jam}?
      @
      # Jarak dari Dapur Kenanga {km} km. Pakai menu kering supaya aman.
      < Bisa, {call}. Untuk luar ruangan menunya kami ganti nasi bakar, ayam suwir, timun, dan pisang, tahan sampai
      jam 13.00. Siapa yang menerima di lokasi?
      =pending
      > Pak Dani, guru olahraga, pakai rompi kuning.
      < Baik, tercatat. {count} paket jam {jam}.
      =solved
    `,
    cases: [
      { lokasi: 'Stadion Wibawa', count: '120', acara: 'pekan olahraga pelajar', jam: '11.30', km: '9' },
      { lokasi: 'bumi perkemahan', count: '86', acara: 'pelantikan pramuka', jam: '12.00', km: '17' },
      { lokasi: 'balai kota', count: '45', acara: 'lomba debat', jam: '11.45', km: '6' },
    ],
  },
  {
    subject: 'Penerima baru: {tempat}',
    from: 'kelurahan',
    tags: 'data pengiriman',
    script: `
      > Mulai {date+14} mohon ditambahkan {tempat} dengan {count} penerima. Alamat dan penanggung jawab ada di
      lampiran.
      @
      # Survei lokasi {day+3}: akses mobil, tempat cuci tangan, meja pembagian.
      < Kami survei dulu pada {day+3}. Kalau akses mobilnya baik, {date+14} bisa langsung jalan.
      =pending
      ..3d
      < Survei selesai: {hasil}
      > Terima kasih, penanggung jawab sudah kami beri tahu.
      =solved
    `,
    cases: [
      {
        tempat: 'PAUD Kuncup Harapan', count: '38',
        hasil: 'akses baik, tinggal tempat cuci tangan yang perlu ditambah. Ikut rute mobil 3.',
      },
      {
        tempat: 'SLB Cahaya', count: '64',
        hasil: 'akses baik. Dua belas anak perlu makanan lunak, sudah dicatat ahli gizi.',
      },
      {
        tempat: 'Posyandu Kenanga', count: '29',
        hasil: 'akses hanya untuk motor boks, meja pembagian dipinjami kelurahan.',
      },
    ],
  },
];
