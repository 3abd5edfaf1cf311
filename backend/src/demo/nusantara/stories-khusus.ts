import type { Story } from '../demo-types.ts';

/** Tickets that stretch what lists, pages and filters have to bear. */
export const NUSANTARA_EDGES: Story[] = [
  {
    subject:
      'Permohonan perubahan jam pengiriman, jumlah porsi, nama penanggung jawab, nomor telepon, dan lokasi pembagian untuk seluruh ' +
      'jenjang TK, SD, dan SMP di yayasan kami mulai awal semester depan',
    from: 'komang',
    tags: 'data jadwal',
    script: `
      > Rincian per jenjang ada di lampiran. Mohon dikonfirmasi satu per satu supaya tidak ada yang terlewat.
      @
      < Terima kasih, rinciannya lengkap sekali. TK dan SD sudah diubah. Untuk SMP jam 11.00 sudah penuh, apakah
      11.20 bisa?
      =pending
      > Bisa, jam istirahatnya kami geser.
      < Kalau begitu semuanya sudah kami ubah mulai semester depan.
      =solved
    `,
  },
  {
    subject: 'Enaaak!!! 😋🍗🍚 dari kelas 1',
    from: 'maria',
    tags: 'apresiasi',
    priority: 'low',
    plain: true,
    script: `
      > Anak-anak kelas 1 minta saya menulis begini: "Ayamnya enaaak 🍗🍗🍗 nasinya juga 🍚 tapi jangan pakai daun bawang
      🙏😅". Saya
      sampaikan apa adanya 😂
      @dewi
      < Pesannya sudah sampai ke Mak Ijah 👩🏽‍🍳 Daun bawangnya mulai sekarang diiris halus sekali sampai tidak
      kelihatan 🤫💚
      =solved
    `,
  },
  {
    subject: 'Nama kelas muncul sebagai <b>VII-A</b>',
    from: 'lukman',
    tags: 'aplikasi',
    plain: true,
    script: `
      > Di formulir porsi nama kelas kami tampil sebagai <b>VII-A</b> dan <script>alert('lapar')</script>. Sepertinya
      ada siswa yang iseng waktu
      mengisi data. Untung hanya tampil sebagai tulisan biasa. Mohon dikembalikan.
      @bagus
      < Sudah dikembalikan menjadi VII-A dan VII-B, Pak Lukman. Tulisan seperti '; DROP TABLE kelas;-- memang hanya
      kami simpan sebagai
      tulisan.
      > Anaknya sudah mengaku dan minta maaf. Katanya mau jadi programmer.
      =solved
    `,
  },
  {
    subject: 'Frage zur Speisenplanung aus Hamburg',
    from: 'firman',
    tags: 'internal',
    priority: 'low',
    plain: true,
    script: `
      > Halo Mas Jonas, saya menemukan catatan berbahasa Jerman di lembar resep: "Reis vor dem Dämpfen 30 Minuten
      quellen lassen, sonst bleibt
      der Kern hart." Artinya apa?
      @jonas
      < Halo Pak Firman! Artinya: rendam beras 30 menit sebelum dikukus, kalau tidak bagian tengahnya keras. Catatan
      itu dari kunjungan saya
      bulan lalu, maaf lupa diterjemahkan.
      > Pantas nasi kita sekarang lebih pulen. Danke!
      =solved
    `,
  },
  {
    subject: 'Rapat evaluasi bulanan tiga dapur',
    from: null,
    tags: 'internal',
    priority: 'low',
    channel: 'web',
    script: `
      > Bahan rapat: sisa makanan per dapur, ketepatan waktu berangkat, penyimpangan suhu, keluhan, dan harga bahan.
      Tiap kepala dapur lima menit.
      @yusuf
      # Data Cempaka dan Melati sudah masuk. Kenanga menyusul.
      =pending
      # Semua lengkap. Ketepatan berangkat 96 %, sisa makanan turun dari 7,1 % ke 5,4 %.
      =solved
    `,
  },
  {
    subject: 'Telepon tanpa nama: tanya lowongan juru masak',
    from: null,
    tags: 'sdm',
    channel: 'web',
    script: `
      > Ada telepon jam 08.15, tidak menyebut nama, menanyakan lowongan juru masak di Dapur Kenanga. Nomornya tidak
      tampil. Kalau menelepon
      lagi: lowongan dibuka awal bulan depan, dua orang.
    `,
  },
  {
    subject: 'Laporan lengkap kejadian hujan besar hari Kamis',
    from: 'asep',
    tags: 'darurat laporan',
    priority: 'high',
    plain: true,
    script: `
      > Yth. Tim Dapur Nusantara,

      Saya tuliskan kejadian hari Kamis selengkapnya supaya bisa jadi pelajaran bersama.

      Pukul 05.10 hujan turun deras sekali. Pukul 05.45 halaman sekolah mulai tergenang, dan pukul 06.00 air masuk ke
      ruang kelas 1 dan 2.
      Guru piket, Pak Wawan, menelepon nomor darurat dapur pukul 06.05 dan langsung diangkat. Itu kami syukuri.

      Pukul 06.40 mobil dapur tiba. Air di depan gerbang sudah setinggi betis, sehingga ompreng diturunkan satu per
      satu oleh warga dan siswa
      kelas 6 yang berbaris. Tidak ada yang jatuh. Namun karena menunggu, sebagian makanan baru sampai di ruang guru
      pukul 07.25.

      Pukul 07.30 kami ukur suhunya bersama sopir: nasi 66 °C, ayam 63 °C, sayur 58 °C. Sesuai petunjuk lewat
      telepon, sayur tidak kami bagikan.
      Anak-anak yang hadir, 143 orang, makan nasi, ayam, dan pisang pukul 07.50.

      Yang berjalan baik:

      • nomor darurat diangkat dalam dua kali dering,
      • sopir tidak meninggalkan lokasi sampai semua ompreng turun,
      • keputusan soal sayur cepat dan jelas.

      Yang perlu diperbaiki:

      • kami tidak punya kontainer kedap air, sehingga tutup beberapa ompreng basah,
      • daftar anak alergi tertinggal di ruang kelas 2 yang kebanjiran,
      • tidak ada tempat cuci tangan cadangan.

      Kami mengusulkan satu set kontainer kedap air dititipkan di sekolah selama musim hujan, dan salinan daftar
      alergi disimpan di ruang guru.

      Hormat kami,
      Asep Suryana
      SDN Karanganyar 01
      @ratna
      !urgent
      # Usul Pak Asep masuk akal. Ada sebelas sekolah di daerah rawan banjir. @Bagus tolong hitung kebutuhan
      kontainernya.
      #bagus Sebelas sekolah, 44 kontainer, sekitar Rp 19,8 juta. Bisa bertahap, mulai dari yang paling rendah.
      < Yth. Pak Asep,

      laporan Bapak kami bacakan di briefing pagi ini. Terima kasih juga kepada siswa kelas 6 yang berbaris;
      semangkuk bubur kacang hijau
      hangat menyusul hari Senin.

      Kontainer kedap air kami siapkan untuk sebelas sekolah di daerah rawan banjir, dimulai dari sekolah Bapak
      minggu depan. Daftar alergi
      mulai hari ini dikirim dua lembar, satu untuk ruang guru.

      Ratna Wulandari
      =pending
      > Kontainernya sudah datang empat, pas di rak perpustakaan. Anak kelas 6 menanyakan bubur kacang hijaunya 🙂
      < Senin pagi, Pak. Sudah masuk jadwal produksi.
      =solved
    `,
  },
];

/** One ticket with more than thirty entries. */
export const NUSANTARA_LONG: Story = {
  subject: 'Pembukaan dapur keempat: Dapur Flamboyan',
  from: 'disdik',
  tags: 'proyek data',
  plain: true,
  script: `
    > Selamat pagi Bu Ratna, kabupaten menyetujui dapur keempat untuk wilayah timur, sekitar 2.600 penerima di 14
    sekolah. Mohon rencana dan kebutuhan datanya.
    @yusuf
    < Selamat pagi Pak Mahmud, terima kasih atas kepercayaannya. Kami perlu daftar sekolah, jumlah per kelas, jam
    istirahat, dan titik turun mobil.
    =pending
    > Daftar 14 sekolah terlampir. Jam istirahat dua sekolah menyusul.
    # Jarak terjauh 23 km. Dengan tiga mobil, masak ke makan masih di bawah 4 jam.
    #dewi Ada 41 anak dengan alergi tercatat, tiga di antaranya berat.
    < Sudah kami olah. Usul: tiga rute, berangkat 06.00, 06.40, dan 08.30.
    =pending
    > Rute kedua melewati jembatan yang dibatasi 5 ton. Apakah aman?
    # Mobil isi 4,3 ton. Aman, tapi jangan berpapasan.
    < Aman, berat penuh 4,3 ton.
    ..2d
    > Bangunannya bekas gudang koperasi. Dinas Kesehatan minta denah alur bersih dan kotor.
    < Denah terlampir: barang masuk dari barat, makanan keluar ke timur, tidak bersilangan.
    =pending
    > dr. Andini minta wastafel ditambah satu di ruang pemorsian.
    # Tukang: Rp 2,1 juta, dua hari.
    < Ditambah, gambar baru terlampir.
    > Disetujui.
    ..3d
    # Rekrut: 47 pelamar untuk 38 posisi. Wawancara Sabtu.
    < Kabar dari kami: rekrutmen berjalan, pelatihan penjamah makanan dua hari mulai Senin.
    =hold
    ..4d
    > Bagaimana perkembangan sumber airnya?
    #yusuf Hasil labkesda: koliform di atas batas. Perlu klorinasi dan uji ulang.
    !high
    < Uji pertama belum lulus, Pak. Klorinasi sedang dipasang, uji ulang tiga hari lagi.
    =hold
    ..4d
    < Uji ulang lulus. Salinannya terlampir.
    > Alhamdulillah. Berarti tanggal pembukaan bisa ditetapkan?
    < Kami siap uji coba 300 porsi dulu, tiga hari, dua sekolah.
    =pending
    > Setuju. Pilih SDN Pasirkaliki dan MTs, keduanya dekat.
    ..3d
    # Uji coba hari 1: berangkat telat 12 menit, suhu 68. Hari 2 tepat, hari 3 tepat. Sisa 4,2 %.
    < Uji coba selesai: hari pertama telat 12 menit, dua hari berikutnya tepat waktu. Suhu tiba rata-rata 67 °C.
    > Laporannya jujur, saya suka. Pembukaan resmi Senin depan jam 07.00, Pak Bupati hadir.
    !urgent
    # Tamu makan bersama siswa, menu sama, tidak ada menu khusus.
    < Siap. Mohon sampaikan: tamu makan menu yang sama dengan siswa, dari ompreng yang sama.
    > Beliau justru minta begitu.
    ..5d
    > Pembukaan lancar. Selamat untuk Dapur Flamboyan!
    -proyek
    < Terima kasih, Pak Mahmud. Data penerima sudah masuk laporan bulan ini.
    =solved
  `,
};
