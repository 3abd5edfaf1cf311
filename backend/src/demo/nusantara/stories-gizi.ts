import type { Story } from '../demo-types.ts';

export const NUSANTARA_GIZI: Story[] = [
  {
    subject: 'Anak alergi {alergen}, menu {day+3} aman?',
    from: 'tk',
    tags: 'alergi',
    priority: 'high',
    script: `
      > Ada satu anak yang alergi {alergen}, baru ketahuan dari surat dokter. Di menu {day+3} ada {menu}. Apakah aman
      untuk dia?
      @
      #dewi {menu_kapital}: {bahan}. Ganti {ganti}.
      < Tidak aman, {call}: {bahan}. Untuk anak itu kami siapkan {ganti}, tutup putih dengan namanya.
      > Alhamdulillah, terima kasih. [Surat dokternya saya foto.|Surat dokter menyusul lewat sopir.]
      # Surat dokter diterima, data alergi diperbarui.
      =solved
    `,
    cases: [
      {
        alergen: 'udang', menu: 'siomay', menu_kapital: 'Siomay', bahan: 'adonannya memakai ebi',
        ganti: 'bola-bola ayam kukus',
      },
      {
        alergen: 'telur', menu: 'perkedel kentang', menu_kapital: 'Perkedel',
        bahan: 'perkedel dicelup telur sebelum digoreng', ganti: 'kentang panggang',
      },
      {
        alergen: 'susu sapi', menu: 'puding cokelat', menu_kapital: 'Puding',
        bahan: 'puding dibuat dengan susu bubuk', ganti: 'puding santan',
      },
      {
        alergen: 'kacang tanah', menu: 'pecel', menu_kapital: 'Pecel', bahan: 'bumbunya dari kacang tanah',
        ganti: 'urap tanpa kacang',
      },
    ],
  },
  {
    subject: 'Menu balita {usia} terlalu {keluhan}',
    from: 'posyandu',
    tags: 'menu balita',
    script: `
      > Untuk balita {usia}, {menu} kemarin terlalu {keluhan}. Beberapa ibu {akibat}. Mohon disesuaikan.
      @
      #dewi Tekstur sesuai usia: {standar}. Ingatkan tim pemorsian.
      < Terima kasih, {call}. Mulai {day+2} untuk usia itu {standar}. Mohon dikabari setelah dibagikan.
      =pending
      ..3d
      > Sekarang sudah pas, {hasil}.
      =solved
    `,
    cases: [
      {
        usia: '8–11 bulan', menu: 'bubur ayam', keluhan: 'kasar', akibat: 'menyaringnya lagi di rumah',
        standar: 'bubur disaring dan ayam dicincang halus', hasil: 'habis semua tanpa disaring lagi',
      },
      {
        usia: '1–2 tahun', menu: 'nasi tim ikan', keluhan: 'asin', akibat: 'khawatir dan tidak memberikannya',
        standar: 'garam dikurangi separuh dan kaldu dibuat sendiri', hasil: 'ibu-ibu minta resepnya',
      },
      {
        usia: '2–4 tahun', menu: 'sop bakso', keluhan: 'besar potongannya',
        akibat: 'memotongnya lagi supaya anak tidak tersedak',
        standar: 'bakso dibelah empat dan wortel dipotong dadu kecil',
        hasil: 'anak-anak bisa makan sendiri dengan sendok',
      },
    ],
  },
  {
    subject: 'Nilai gizi menu {week_kata} untuk {keperluan}',
    from: 'dinas',
    tags: 'gizi laporan',
    script: `
      > Mohon nilai gizi per porsi menu {week_kata} (energi, protein, lemak, karbohidrat, zat besi) untuk
      {keperluan}, paling lambat {date+4}.
      @
      #dewi Zat besi untuk {kosong} belum ada angkanya di tabel. Jangan diisi nol.
      < Terlampir. Catatan: zat besi {kosong} belum tersedia di tabel komposisi, jadi kami kosongkan dan tandai,
      bukan kami anggap nol.
      > Justru bagus diberi tanda begitu. Terima kasih.
      =solved
    `,
    cases: [
      {
        week_kata: 'minggu ke-{week+0}', keperluan: 'bahan rapat evaluasi', kosong: 'daun kelor kering',
        from: 'dinkes',
      },
      { week_kata: 'dua minggu terakhir', keperluan: 'laporan ke kabupaten', kosong: 'oncom', from: 'dinkes' },
    ],
  },
  {
    subject: 'Usul menu dari {pengusul}: {menu}',
    from: 'sma',
    tags: 'menu masukan',
    priority: 'low',
    script: `
      > {pengusul} mengadakan jajak pendapat, yang menang {menu} dengan {suara} suara. Kami tahu ada hitungan
      gizinya, tapi siapa tahu bisa.
      @
      #dewi {hitung}
      < {jawab}
      > Langsung diumumkan lewat pengeras suara, satu sekolah bersorak.
      =solved
    `,
    cases: [
      {
        pengusul: 'OSIS', menu: 'mie goreng', suara: '412',
        hitung: 'Bisa kalau pakai mie basah, tambah telur dan sawi; garam dijaga.',
        jawab: 'Bisa! Mie goreng telur dengan sawi masuk menu {day+20}.',
      },
      {
        pengusul: 'Ekskul tata boga', menu: 'rendang', suara: '287',
        hitung: 'Biaya daging Rp 14.200 per porsi, di atas pagu. Rendang ayam masih masuk.',
        jawab: 'Rendang sapi melewati pagu biaya, tetapi rendang ayam bisa: {day+16}.',
      },
      {
        pengusul: 'Kelas XI', menu: 'seblak', suara: '355', hitung: 'Terlalu asin dan pedas, protein rendah.',
        jawab: 'Seblak asli terlalu asin. Ahli gizi kami membuat versi dengan ayam dan sayur, dicoba {day+18}. Bersiaplah menilai.',
      },
    ],
  },
  {
    subject: 'Makanan untuk anak {kondisi}',
    from: 'ortu',
    tags: 'diet alergi',
    script: `
      > Anak saya {kondisi}. Gurunya bilang boleh minta menu khusus. Bagaimana caranya, dan apakah {tanya}?
      @
      < Boleh, {call}. Yang kami perlukan surat dokter dan persetujuan sekolah, lalu ahli gizi kami menghubungi
      Ibu/Bapak. Dan jawabannya: {jawab}.
      =pending
      > Suratnya sudah saya serahkan ke guru UKS.
      # Surat diterima dari UKS. Diet mulai {date+7}.
      < Mulai {day+7} menunya sudah khusus. Kalau ada yang tidak cocok, langsung kabari kami.
      =solved
    `,
    cases: [
      {
        kondisi: 'diabetes tipe 1', tanya: 'karbohidratnya bisa ditulis',
        jawab: 'ya, gram karbohidratnya kami tulis di tutup',
      },
      {
        kondisi: 'sedang pemulihan tifus', tanya: 'bisa dapat bubur dua minggu',
        jawab: 'bisa, bubur dan lauk lunak selama dua minggu',
      },
      {
        kondisi: 'tidak tahan laktosa', tanya: 'susunya bisa diganti',
        jawab: 'susu kami ganti telur rebus atau susu kedelai',
      },
    ],
  },
  {
    subject: 'Anak mual setelah makan siang',
    from: 'uks',
    tags: 'kesehatan haccp',
    priority: 'urgent',
    hours: [10, 13],
    script: `
      > {count} anak kelas {kelas} mengeluh mual setelah makan {menu} jam {jam}. Sekarang di ruang UKS, tidak ada
      yang muntah. Mohon arahan.
      @
      !urgent
      < Saya menuju sekolah sekarang bersama petugas puskesmas. Mohon sisa makanan jangan dibuang, simpan tertutup.
      #ratna Sampel {menu} hari ini aman di freezer, kode S-{kode}. Semua pengiriman batch itu dihentikan sampai ada
      kabar.
      #dewi Catatan suhu batch: masak 82, antar 67, diterima 64. Semua dalam batas.
      > Puskesmas sudah memeriksa: {sebab}. Semua anak sudah pulang sehat.
      < Alhamdulillah. Hasil laboratorium tetap kami tunggu dan kami kirimkan ke sekolah.
      =hold
      ..5d
      < Hasil laboratorium keluar: semua sampel negatif. Salinannya terlampir.
      > Terima kasih atas keterbukaannya.
      =solved
    `,
    cases: [
      {
        count: 'Empat', kelas: '5', menu: 'ikan tongkol', jam: '09.40', kode: '1107',
        sebab: 'mereka lari keliling lapangan sebelum makan, kelelahan dan kepanasan',
      },
      {
        count: 'Dua', kelas: '2', menu: 'opor telur', jam: '10.05', kode: '0921',
        sebab: 'keduanya berbagi permen asam dari luar',
      },
    ],
  },
  {
    subject: 'Porsi {siapa} {masalah}',
    from: 'sma',
    tags: 'porsi masukan',
    script: `
      > Menurut {siapa}, porsi {masalah}. {bukti} Apakah ada ukuran per jenjang?
      @
      #dewi Bobot porsi {bobot}. Timbang ulang di pemorsian.
      < Ada, {call}: {bobot} untuk jenjang ini. Besok kami timbang sepuluh ompreng bersama petugas sekolah, setuju?
      =pending
      ..1d
      > Sudah ditimbang bersama, {hasil}.
      =solved
    `,
    cases: [
      {
        siapa: 'siswa SMK', masalah: 'nasinya kurang', bukti: 'Mereka praktik bengkel sejak jam enam.',
        bobot: 'nasi 200 g, lauk 80 g',
        hasil: 'ternyata kurang 25 g karena centongnya centong SD; sekarang sudah diganti',
      },
      {
        siapa: 'para siswi', masalah: 'terlalu banyak', bukti: 'Sisa nasinya lumayan tiap hari.',
        bobot: 'nasi 200 g, lauk 80 g', hasil: 'porsinya pas, tetapi nasi boleh diambil separuh dulu',
      },
      {
        siapa: 'tim futsal', masalah: 'kurang lauk', bukti: 'Mereka latihan tiap sore.',
        bobot: 'nasi 200 g, lauk 80 g', hasil: 'bobotnya sesuai; untuk hari latihan sekolah menambah susu sendiri',
      },
    ],
  },
];
