import type { Story } from '../demo-types.ts';

export const NUSANTARA_PROGRAM: Story[] = [
  {
    subject: 'Kunjungan {tamu} pada {date+6}',
    from: 'disdik',
    tags: 'kunjungan',
    script: `
      > Pada {date+6} {tamu}, {count} orang, ingin melihat Dapur {dapur} mulai jam {jam}. Mohon disiapkan alur
      kunjungan yang tidak mengganggu produksi.
      @
      #ratna Jalur tamu lewat koridor kaca. Tidak masuk area panas.
      < Siap. Alurnya: penerimaan, gudang, koridor kaca, lalu pemuatan. Tamu kami mohon memakai penutup kepala dan
      tidak membawa tas ke dalam.
      =pending
      > Baik, jumlahnya jadi {count_baru}.
      < Kami siapkan {count_baru} penutup kepala.
      =solved
    `,
    cases: [
      { tamu: 'rombongan anggota dewan', count: '12', count_baru: '15', dapur: 'Cempaka', jam: '07.30' },
      { tamu: 'mahasiswa gizi', count: '25', count_baru: '22', dapur: 'Melati', jam: '04.00' },
      { tamu: 'dapur dari kabupaten tetangga', count: '8', count_baru: '9', dapur: 'Kenanga', jam: '03.00' },
    ],
  },
  {
    subject: 'Laporan keuangan {bulan}: bukti {bukti} belum ada',
    from: 'disdik',
    tags: 'laporan keuangan',
    priority: 'high',
    script: `
      > Dari laporan {bulan} yang kami periksa, bukti {bukti} sebesar Rp {jumlah} belum terlampir. Mohon dilengkapi
      sebelum {date+5}.
      @
      #yusuf {cari}
      < {jawab}
      > Sudah lengkap, laporan {bulan} kami terima.
      =solved
    `,
    cases: [
      {
        bulan: '{monthago+1}', bukti: 'sewa mobil cadangan', jumlah: '2.700.000',
        cari: 'Kuitansinya terselip di map bensin.',
        jawab: 'Kuitansinya sudah ketemu, terlampir pindaian dan aslinya kami antar.',
      },
      {
        bulan: '{monthago+1}', bukti: 'pembelian blender industri', jumlah: '4.150.000',
        cari: 'Faktur atas nama Pak Firman, bukan dapur. Minta faktur pengganti.',
        jawab: 'Fakturnya atas nama pribadi sehingga kami minta faktur pengganti. Terlampir yang sudah benar.',
      },
      {
        bulan: '{monthago+1}', bukti: 'setor pajak', jumlah: '1.980.000', cari: 'NTPN ada di surel Bu Ratna.',
        jawab: 'Bukti setor dengan NTPN terlampir.',
      },
    ],
  },
  {
    subject: 'Hasil uji {contoh}: {hasil_singkat}',
    from: 'labkes',
    tags: 'haccp laboratorium',
    script: `
      > Terlampir hasil uji {contoh} yang kami terima minggu lalu: {hasil}.
      @
      # {tindak}
      < Terima kasih, Pak Reza. {jawab}
      =solved
    `,
    cases: [
      {
        contoh: 'air minum', hasil_singkat: 'memenuhi syarat',
        hasil: 'E. coli 0, koliform 0, semua parameter memenuhi syarat',
        tindak: 'Arsip, uji berikutnya tiga bulan lagi.',
        jawab: 'Hasilnya kami arsipkan dan kami tempel di papan dapur.',
      },
      {
        contoh: 'usap alat', hasil_singkat: 'satu titik tinggi',
        hasil: 'dari sepuluh titik, gagang pintu chiller melebihi batas',
        tindak: 'Gagang pintu masuk daftar bersih tiap dua jam.',
        jawab: 'Gagang pintu chiller sekarang dibersihkan tiap dua jam, mohon diuji ulang bulan depan.',
      },
      {
        contoh: 'usap tangan', hasil_singkat: 'perlu perbaikan', hasil: 'dua dari dua belas penjamah di atas batas',
        tindak: 'Pelatihan cuci tangan ulang untuk semua giliran.',
        jawab: 'Semua giliran mengulang pelatihan cuci tangan minggu ini.',
      },
      {
        contoh: 'formalin pada tahu', hasil_singkat: 'negatif', hasil: 'kelima contoh negatif',
        tindak: 'Kabari Pak Mulyadi, beliau pasti senang.', jawab: 'Kabar baik, pemasoknya juga kami beri tahu.',
      },
    ],
  },
  {
    subject: 'Sisa makanan {place_pendek} {arah} jadi {kg} kg',
    from: 'dapur',
    tags: 'limbah laporan',
    channel: 'web',
    script: `
      > Laporan sisa makanan {place_pendek} minggu ini {kg} kg, minggu lalu {lalu} kg. Paling banyak {apa}.
      @
      #dewi {analisa}
      < Terima kasih catatannya. {rencana}
      =pending
      ..5d
      > Minggu ini {baru} kg.
      =solved
    `,
    cases: [
      {
        place_pendek: 'SMPN 3', arah: 'naik', kg: '64', lalu: '38', apa: 'nasi',
        analisa: 'Ada bazar di sekolah tiga hari.',
        rencana: 'Ternyata ada bazar; kita lihat lagi minggu depan sebelum porsi diubah.', baru: '36',
        from: 'wulan',
      },
      {
        place_pendek: 'TK', arah: 'turun', kg: '9', lalu: '21', apa: 'sayur',
        analisa: 'Wortel bentuk bintang berhasil.',
        rencana: 'Sayur bentuk bintang kita pertahankan dan dicoba untuk kelas 1.', baru: '8', from: 'yanti',
      },
      {
        place_pendek: 'SMAN 5', arah: 'naik', kg: '71', lalu: '55', apa: 'ikan',
        analisa: 'Ikan kembung berduri banyak.', rencana: 'Ikan kembung diganti dori fillet sebulan ini.',
        baru: '44', from: 'wulan',
      },
    ],
  },
  {
    subject: 'Kompos dari {sumber} untuk {penerima}',
    from: 'kelurahan',
    tags: 'limbah umkm',
    priority: 'low',
    script: `
      > {penerima} ingin mengambil {sumber} untuk kompos, kira-kira {kg} kg tiap hari. Apakah bisa dan jam berapa?
      @
      # Harus terpisah dari sisa ompreng. Ember hijau di belakang.
      < Bisa, Bu Okta, tiap hari jam 07.00 lewat pintu belakang. Kami pisahkan di ember hijau; mohon embernya kembali
      bersih.
      > Siap, mulai {day+3}.
      =solved
    `,
    cases: [
      { sumber: 'kulit sayur dan buah', penerima: 'Kelompok tani RW 06', kg: '40' },
      { sumber: 'ampas kelapa', penerima: 'Peternak maggot RT 01', kg: '15' },
      { sumber: 'daun pisang bekas', penerima: 'Bank sampah RW 03', kg: '8' },
    ],
  },
  {
    subject: 'Jadwal produksi saat {hari}',
    from: 'smp',
    tags: 'jadwal',
    script: `
      > Untuk {hari} sekolah kami {atur}. Apakah dapur tetap memasak, dan bagaimana porsinya?
      @
      # {dapur}
      < {jawab}
      > Jelas, terima kasih. Pengumumannya kami tempel.
      =solved
    `,
    cases: [
      {
        hari: 'haul pesantren', atur: 'libur hari itu dan masuk setengah hari sesudahnya',
        dapur: 'Porsi nol pada hari itu. Sesudahnya berangkat lebih awal.',
        jawab: 'Porsi hari itu kami nolkan. Esoknya makanan tiba 08.45 supaya sempat dimakan sebelum pulang.',
      },
      {
        hari: 'Hari Guru', atur: 'upacara sampai jam sepuluh lalu potong tumpeng',
        dapur: 'Tumpeng sekolah sendiri, porsi tetap.',
        jawab: 'Kami tetap memasak seperti biasa, tiba 10.15 setelah upacara. Selamat Hari Guru!',
      },
      {
        hari: 'retret', atur: 'mengadakan acara penutupan dengan 60 tamu orang tua',
        dapur: 'Tamu tidak termasuk penerima; arahkan ke katering luar.',
        jawab: 'Porsi siswa tetap. Untuk 60 tamu kami mohon maaf, dana program hanya untuk siswa.', from: 'maria',
      },
    ],
  },
  {
    subject: 'Kartu penerima {masalah}',
    from: 'sma',
    tags: 'data aplikasi',
    priority: 'low',
    script: `
      > Kartu penerima {count} siswa {masalah_panjang}. Bagaimana menggantinya?
      @
      < Kirim nama dan kelasnya saja, {call}, tanpa NIK. Kartu baru dicetak dan ikut mobil {day+3}.
      =pending
      > Daftarnya sudah saya isi di formulir.
      # {count} kartu dicetak, yang lama dinonaktifkan.
      < Kartunya berangkat besok dalam amplop.
      =solved
    `,
    cases: [
      { masalah: 'luntur kena air', count: '14', masalah_panjang: 'luntur karena tercuci bersama seragam' },
      { masalah: 'salah nama', count: '3', masalah_panjang: 'namanya tertukar satu sama lain' },
      { masalah: 'hilang', count: '6', masalah_panjang: 'hilang waktu kemah' },
    ],
  },
];
