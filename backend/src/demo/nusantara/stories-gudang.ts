import type { Story } from '../demo-types.ts';

export const NUSANTARA_GUDANG: Story[] = [
  {
    subject: '{barang} datang kurang {kurang}',
    from: 'budi',
    tags: 'gudang pemasok',
    channel: 'web',
    script: `
      > Terima {barang_kecil} jam {jam}: nota {nota}, timbangan {timbang}. Kurang {kurang}. Sopirnya sudah tanda
      tangan di surat jalan.
      @
      # Besok tetap cukup untuk {menu}. Catat sebagai terima sebagian.
      < Terima kasih, Mas Budi. Sudah saya catat terima sebagian, sisanya ditagih ke pemasok. Untuk besok masih cukup.
      =hold
      ..2d
      > Kekurangannya sudah dikirim, {kurang} pas.
      =solved
    `,
    cases: [
      {
        barang: 'Ayam potong', barang_kecil: 'ayam potong', kurang: '14 kg', jam: '15.20', nota: '260 kg',
        timbang: '246 kg', menu: 'semur',
      },
      {
        barang: 'Telur', barang_kecil: 'telur', kurang: '4 peti', jam: '13.45', nota: '60 peti', timbang: '56 peti',
        menu: 'telur balado',
      },
      {
        barang: 'Beras', barang_kecil: 'beras', kurang: '2 karung', jam: '09.10', nota: '40 karung',
        timbang: '38 karung', menu: 'tiga hari',
      },
      {
        barang: 'Wortel', barang_kecil: 'wortel', kurang: '22 kg', jam: '16.05', nota: '150 kg', timbang: '128 kg',
        menu: 'sop',
      },
    ],
  },
  {
    subject: '{bahan} ditolak: {alasan}',
    from: 'budi',
    tags: 'gudang mutu',
    priority: 'high',
    channel: 'web',
    script: `
      > {bahan} dari {pemasok} saya tolak semua, {jumlah}: {alasan}. Mobilnya masih menunggu di depan. Benar begitu?
      @
      < Benar, Mas Budi. Foto dan tolak di berita acara, satu lembar untuk sopir.
      # Pengganti: {ganti}. Uang muka dipotong.
      < Penggantinya {ganti}, datang sebelum jam {jam}.
      > Pengganti sudah diterima, bagus.
      =solved
    `,
    cases: [
      {
        bahan: 'Ikan tongkol', pemasok: 'pelelangan', jumlah: '90 kg', alasan: 'suhu 11 °C, mata sudah keruh',
        ganti: 'telur dari peternakan, 45 peti', jam: '20.00',
      },
      {
        bahan: 'Bayam', pemasok: 'pasar induk', jumlah: '70 ikat', alasan: 'layu dan berlubang',
        ganti: 'sawi hijau dari UD Tani Makmur', jam: '18.00',
      },
      {
        bahan: 'Tahu', pemasok: 'pabrik baru', jumlah: '600 potong', alasan: 'bau asam',
        ganti: 'tempe dari Pak Mulyadi', jam: '17.30',
      },
    ],
  },
  {
    subject: 'Pemasok: {barang} kosong sampai {date+10}',
    from: 'pemasok',
    tags: 'pemasok stok',
    script: `
      > Mohon maaf, {barang} kosong sampai kira-kira {date+10}: {sebab}. {tawaran}
      @
      # Kebutuhan {butuh}. {rencana}
      < Terima kasih sudah memberi kabar lebih awal. {jawab}
      > Siap, terima kasih atas pengertiannya.
      =solved
    `,
    cases: [
      {
        barang: 'tempe', sebab: 'kedelai impor tertahan di pelabuhan', tawaran: 'Tahu masih ada.',
        butuh: '1.200 potong per minggu', rencana: 'Ganti tahu dua kali, telur sekali.',
        jawab: 'Kami ambil tahu dua kali seminggu dulu.', from: 'tempe',
      },
      {
        barang: 'pisang ambon', sebab: 'panen gagal karena angin',
        tawaran: 'Ada pisang raja, lebih kecil dan Rp 200 lebih mahal.', butuh: '2.300 buah',
        rencana: 'Semangka lebih murah minggu ini.',
        jawab: 'Minggu ini kami ganti semangka, minggu depan pisang raja.', from: 'buah',
      },
      {
        barang: 'susu UHT cokelat', sebab: 'mesin pengemas diperbaiki', tawaran: 'Yang putih siap kirim.',
        butuh: '2.500 kotak', rencana: 'Putih saja, anak-anak tidak keberatan.',
        jawab: 'Kirim yang putih saja, jumlahnya sama.', from: 'vivi',
      },
      {
        barang: 'telur bebek', sebab: 'bebek sedang rontok bulu', tawaran: 'Telur ayam bisa saya genapkan.',
        butuh: '900 butir', rencana: 'Telur asin diganti telur bumbu kuning.',
        jawab: 'Kami ambil telur ayam saja, menunya kami ubah.', from: 'telur',
      },
    ],
  },
  {
    subject: 'Pembayaran nota {nota} belum masuk',
    from: 'pemasok',
    tags: 'pemasok pembayaran',
    priority: 'high',
    script: `
      > Nota {nota} tanggal {tanggal} sebesar Rp {jumlah} belum kami terima, padahal sudah lewat {hari} hari. Mohon
      dicek.
      @
      #yusuf {cek}
      < {jawab}
      =pending
      > Sudah masuk barusan. Terima kasih, semoga kerja samanya lancar terus.
      =solved
    `,
    cases: [
      {
        from: 'cecep', nota: 'TM-0841', tanggal: '3 lalu', jumlah: '18.240.000', hari: '9',
        cek: 'Rekening di nota beda satu angka dengan kontrak, bank menolak.',
        jawab: 'Transfernya ditolak bank karena nomor rekening di nota berbeda satu angka dari kontrak. Mohon konfirmasi lewat telepon, lalu kami kirim ulang hari ini.',
      },
      {
        nota: 'AB-1177', tanggal: '11 lalu', jumlah: '31.850.000', hari: '5',
        cek: 'Menunggu persetujuan kedua, Bu Ratna sedang dinas luar. Beliau setujui dari ponsel.',
        jawab: 'Persetujuan keduanya sempat tertunda, sekarang sudah lengkap. Dana masuk sebelum jam 15.00.',
        from: 'hajah-onah',
      },
      {
        nota: 'BP-0329', tanggal: 'akhir bulan', jumlah: '46.400.000', hari: '12',
        cek: 'Berita acara terima belum diunggah gudang.',
        jawab: 'Berita acara penerimaannya belum lengkap di sistem. Sudah kami lengkapi dan dananya ditransfer besok pagi.',
        from: 'slamet',
      },
    ],
  },
  {
    subject: 'Stok {barang} menipis, cukup sampai {day+2}',
    from: 'firman',
    tags: 'gudang stok',
    priority: 'high',
    channel: 'web',
    script: `
      > Stok {barang} di Dapur Kenanga tinggal {sisa}, cukup sampai {day+2}. Pesanan berikutnya baru datang {date+5}.
      @
      # Dapur Melati punya {lebih}, bisa dipindah {pindah}.
      < Dapur Melati punya {lebih}. {pindah_kapital} dipindah sore ini lewat mobil 5, tolong dicatat sebagai mutasi.
      > Sudah diterima, {pindah}.
      =solved
    `,
    cases: [
      {
        barang: 'minyak goreng', sisa: '36 liter', lebih: '140 liter', pindah: '60 liter',
        pindah_kapital: 'Enam puluh liter',
      },
      {
        barang: 'garam dan gula', sisa: '9 kg', lebih: '75 kg', pindah: '25 kg',
        pindah_kapital: 'Dua puluh lima kilogram',
      },
      { barang: 'sarung tangan', sisa: '3 dus', lebih: '20 dus', pindah: '6 dus', pindah_kapital: 'Enam dus' },
      {
        barang: 'plastik sampel', sisa: '40 lembar', lebih: '900 lembar', pindah: '300 lembar',
        pindah_kapital: 'Tiga ratus lembar',
      },
    ],
  },
  {
    subject: 'Selisih hasil opname {tempat}',
    from: 'budi',
    tags: 'gudang opname',
    script: `
      > Hasil opname {tempat}: {barang} di kartu {kartu}, hitungan {hitung}. Sudah dihitung dua kali oleh dua orang.
      @
      # {telusur}
      < Sudah ketemu. {telusur} Mohon opname ulang {barang} saja.
      =pending
      > Sekarang cocok.
      =solved
    `,
    cases: [
      {
        tempat: 'gudang kering', barang: 'gula pasir', kartu: '118 kg', hitung: '93 kg',
        telusur: 'Pemakaian puding hari Rabu, 25 kg, belum dicatat.',
      },
      {
        tempat: 'ruang dingin', barang: 'tahu', kartu: '420 potong', hitung: '520 potong',
        telusur: 'Retur 100 potong dari Dapur Melati masuk tanpa dicatat.',
      },
      {
        tempat: 'rak bumbu', barang: 'ketumbar bubuk', kartu: '6,5 kg', hitung: '4 kg',
        telusur: 'Satu kantong 2,5 kg ada di laci Mak Ijah.',
      },
    ],
  },
  {
    subject: 'Tawaran {barang} dari {calon}',
    from: 'kelurahan',
    tags: 'pemasok umkm',
    priority: 'low',
    script: `
      > Ada {calon} di kelurahan kami yang menghasilkan {barang}, sekitar {jumlah} per minggu. Apakah Dapur Nusantara
      bisa membeli dari mereka?
      @
      #yusuf Syarat: NIB, uji laboratorium, harga di bawah pagu. Kunjungi dulu.
      < Kami senang bekerja sama dengan usaha sekitar. Syaratnya sederhana: NIB, kebersihan tempat, dan contoh untuk
      diuji. Boleh kami berkunjung {day+5}?
      =pending
      > Boleh, ditunggu jam sembilan di balai RW.
      # Kunjungan baik. Mulai dengan {awal} per minggu, dievaluasi setelah sebulan.
      < Kita mulai dengan {awal} per minggu dulu, dievaluasi setelah sebulan.
      =solved
    `,
    cases: [
      { barang: 'sayuran hidroponik', calon: 'kelompok wanita tani', jumlah: '120 kg', awal: '40 kg' },
      { barang: 'lele', calon: 'karang taruna', jumlah: '200 kg', awal: '60 kg' },
      { barang: 'jamur tiram', calon: 'ibu-ibu PKK', jumlah: '80 kg', awal: '25 kg' },
    ],
  },
];
