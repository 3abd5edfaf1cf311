import type { Story } from '../demo-types.ts';

export const NUSANTARA_ARMADA: Story[] = [
  {
    subject: 'Mobil {mobil} {masalah}',
    from: 'sopir',
    tags: 'armada',
    priority: 'high',
    hours: [8, 13],
    script: `
      > Mobil {mobil} {masalah}. {rinci} [Besok masih harus jalan jam enam.|Rute besok bagaimana?]
      @
      # Bengkel bisa {kapan}. Cadangan: {cadangan}.
      < Bawa ke bengkel {kapan}, Kang. Besok rutenya memakai {cadangan}.
      =hold
      ..1d
      < Mobil {mobil} sudah selesai: {hasil}.
      =solved
    `,
    cases: [
      {
        mobil: '2', masalah: 'remnya bunyi', rinci: 'Terasa sejak turunan Cikole.', kapan: 'siang ini',
        cadangan: 'mobil 6', hasil: 'kampas rem depan diganti',
      },
      {
        mobil: '5', masalah: 'AC boksnya mati', rinci: 'Untuk buah dan susu jadi panas, 29 °C.',
        kapan: 'besok jam 13.00', cadangan: 'boks es di mobil 3', hasil: 'kompresor sudah diganti',
      },
      {
        mobil: '3', masalah: 'spionnya pecah tersenggol angkot', rinci: 'Tidak ada yang luka, sudah damai.',
        kapan: 'sore ini', cadangan: 'mobil yang sama, pelan-pelan', hasil: 'spion baru sudah terpasang',
      },
      {
        mobil: '6', masalah: 'susah hidup kalau subuh', rinci: 'Tiga hari ini didorong satpam.',
        kapan: 'hari ini juga', cadangan: 'mobil 4', hasil: 'akinya yang lemah, sudah baru',
      },
    ],
  },
  {
    subject: 'KIR mobil {mobil} habis {date+20}',
    from: 'sopir',
    tags: 'armada',
    priority: 'low',
    script: `
      > Mengingatkan, masa berlaku KIR mobil {mobil} habis {date+20}. Lampu {lampu} juga perlu dibetulkan sebelum
      diuji.
      @
      < Terima kasih sudah diingatkan. Uji KIR saya jadwalkan {day+10} setelah rute selesai.
      # Daftar daring sudah, nomor antrean {antre}.
      =hold
    `,
    cases: [
      { mobil: '4', lampu: 'rem kiri', antre: '17' },
      { mobil: '1', lampu: 'sein belakang', antre: '32' },
    ],
  },
  {
    subject: 'Kehabisan {barang} di {tempat}',
    from: 'dapur',
    tags: 'perlengkapan stok',
    channel: 'web',
    script: `
      > {barang} di {tempat} habis. {dampak} Kapan bisa dikirim?
      @
      < {jawab}
      > Sudah sampai, terima kasih. [Sekalian saya isi kartu stoknya.|Cukup untuk dua minggu.]
      # Batas pesan ulang dinaikkan jadi {batas}.
      =solved
    `,
    cases: [
      {
        barang: 'sabun cuci piring', tempat: 'ruang cuci', dampak: 'Besok pagi tidak bisa mencuci.',
        jawab: 'Dikirim sore ini 20 liter dari Dapur Kenanga.', batas: '10 liter',
      },
      {
        barang: 'stiker alergi putih', tempat: 'meja pemorsian', dampak: 'Sementara ditulis tangan.',
        jawab: 'Dicetak hari ini, 500 lembar, diantar mobil 2.', batas: '150 lembar',
      },
      {
        barang: 'masker', tempat: 'ruang ganti', dampak: 'Sisa untuk satu giliran.',
        jawab: 'Empat dus dikirim bersama mobil siang.', batas: 'dua dus',
      },
      {
        barang: 'tisu makanan', tempat: 'dapur panas', dampak: 'Gorengan jadi berminyak.',
        jawab: 'Besok jam 01.00 sudah ada, saya titip ke satpam.', batas: 'lima bal',
      },
    ],
  },
  {
    subject: 'Lampu {tempat} {masalah}',
    from: 'dapur',
    tags: 'gedung',
    priority: 'low',
    channel: 'web',
    script: `
      > Lampu {tempat} {masalah} sejak {sejak}. [Jam dua pagi gelap sekali.|Kerja subuh jadi susah.]
      @
      < Tukang listrik datang {day+1} jam 13.00. Sementara pakai lampu darurat dari kantor.
      # {hasil}
      =solved
    `,
    cases: [
      { tempat: 'parkiran muat', masalah: 'mati dua', sejak: 'Minggu', hasil: 'Diganti LED, empat titik.' },
      {
        tempat: 'gudang dingin', masalah: 'berkedip', sejak: 'kemarin',
        hasil: 'Sambungannya lembap, kotaknya diganti yang kedap air.',
      },
      {
        tempat: 'ruang cuci', masalah: 'padam total', sejak: 'hujan besar',
        hasil: 'MCB turun karena stopkontak kena air; stopkontak dipindah ke atas.',
      },
    ],
  },
  {
    subject: 'Penawaran perawatan {alat} berkala',
    from: 'teknisi',
    tags: 'alat pemasok',
    priority: 'low',
    script: `
      > Setelah perbaikan kemarin kami menawarkan perawatan {alat} tiap {selang}, Rp {harga} per kunjungan untuk
      {unit} unit. Berminat?
      @
      # Tahun ini perbaikan darurat {biaya}. Perawatan berkala lebih murah.
      < Kami berminat, Pak Teguh, asal kunjungannya setelah jam 13.00 dan ada kartu servis di tiap alat.
      =pending
      > Bisa, kartu servisnya dari kami.
      <ratna Setuju. Mohon kontraknya untuk satu tahun.
      =solved
    `,
    cases: [
      { alat: 'chiller dan freezer', selang: 'tiga bulan', harga: '1.350.000', unit: 'delapan', biaya: 'Rp 9,4 juta' },
      { alat: 'kompor dan steamer', selang: 'dua bulan', harga: '900.000', unit: 'dua belas', biaya: 'Rp 6,1 juta' },
    ],
  },
  {
    subject: 'Izin cuti {nama}, {lama}',
    from: 'dapur',
    tags: 'sdm',
    priority: 'low',
    channel: 'web',
    script: `
      > Mohon izin cuti {lama} mulai {date+12} untuk {alasan}.
      @
      # Pengganti: {ganti}. Kuota cuti masih {kuota} hari.
      < Disetujui, digantikan {ganti}. {doa}
      =solved
    `,
    cases: [
      {
        nama: 'Firman', lama: 'dua hari', alasan: 'pernikahan adik di Tasik', ganti: 'Pak Yusuf', kuota: '7',
        doa: 'Semoga lancar acaranya.', from: 'firman',
      },
      {
        nama: 'Mak Ijah', lama: 'tiga hari', alasan: 'menjenguk cucu yang baru lahir', ganti: 'Bu Tini',
        kuota: '11', doa: 'Selamat atas cucunya, Mak!', from: 'mak-ijah',
      },
      {
        nama: 'Budi', lama: 'satu hari', alasan: 'mengurus SIM', ganti: 'Kang Asep', kuota: '4',
        doa: 'Jangan lupa kunci gudangnya.', from: 'budi',
      },
    ],
  },
  {
    subject: 'Seragam {ukuran} untuk {siapa}',
    from: 'dapur',
    tags: 'sdm perlengkapan',
    priority: 'low',
    channel: 'web',
    script: `
      > {siapa} belum dapat seragam ukuran {ukuran}. Sekarang masih pinjam, {akibat}.
      @
      < Sudah saya pesankan ke konveksi, jadi {date+9}. Penutup kepala bisa diambil besok.
      =hold
    `,
    cases: [
      { ukuran: 'XXL', siapa: 'dua sopir baru', akibat: 'kancingnya tidak bisa ditutup' },
      { ukuran: 'S', siapa: 'tiga anak magang', akibat: 'lengannya kepanjangan dan kena adonan' },
    ],
  },
];
