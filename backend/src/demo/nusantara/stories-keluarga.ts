import type { Story } from '../demo-types.ts';

export const NUSANTARA_KELUARGA: Story[] = [
  {
    subject: 'Anak saya {keluhan}',
    from: 'ortu',
    tags: 'orangtua masukan',
    script: `
      > Mau tanya, anak saya {keluhan} {rinci}. {tanya}
      @
      < {jawab}
      > {tutup}
      =solved
    `,
    cases: [
      {
        keluhan: 'tidak pernah kebagian buah', rinci: 'sudah tiga hari, katanya habis',
        tanya: 'Apa memang jumlahnya kurang?',
        jawab: 'Buah kami kirim sejumlah siswa ditambah lima. Saya sudah bicara dengan wali kelas: ada yang mengambil dua. Mulai besok dibagikan per bangku.',
        tutup: 'Hari ini dapat jeruk, anaknya senang. Terima kasih.',
      },
      {
        keluhan: 'pulang masih lapar', rinci: 'padahal katanya makan di sekolah', tanya: 'Porsinya berapa, ya?',
        jawab: 'Untuk kelas 4–6 nasi 150 gram dan lauk 60 gram. Menurut gurunya sayurnya disisihkan; di situ sebagian energinya. Coba dibujuk pelan-pelan, kami juga sedang mengubah cara memasaknya.',
        tutup: 'Oh begitu, dia memang susah makan sayur. Terima kasih penjelasannya.',
      },
      {
        keluhan: 'minta resep tempe di rumah', rinci: 'seperti yang di sekolah hari Selasa',
        tanya: 'Boleh tahu bumbunya?',
        jawab: 'Tentu boleh: tempe dikukus dulu lima menit, lalu diungkep bawang putih, ketumbar, dan sedikit gula aren. Digorengnya sebentar saja.',
        tutup: 'Sudah dicoba, habis sepiring. Matur nuwun!',
      },
    ],
  },
  {
    subject: 'Ada {benda} di makanan anak saya',
    from: 'ortu',
    tags: 'keluhan mutu',
    priority: 'high',
    script: `
      > Anak saya menemukan {benda} di {menu} hari {hari}. Gurunya juga melihat. Mohon penjelasan, kami orang tua
      jadi khawatir.
      @
      !urgent
      # Cek batch {batch}: {temuan}
      < Terima kasih sudah langsung memberi tahu, dan kami mohon maaf. Semua sisa batch itu kami periksa. {jelas}
      =pending
      > Terima kasih sudah ditanggapi serius. Saya sampaikan ke orang tua yang lain.
      < Kalau berkenan, perwakilan orang tua boleh datang melihat dapur {day+7} jam 13.00.
      > Kami datang berlima.
      =solved
    `,
    cases: [
      {
        benda: 'ulat kecil', menu: 'tumis kangkung', hari: 'Rabu', batch: 'P-371',
        temuan: 'kangkung hanya dicuci sekali karena air kecil.',
        jelas: 'Kangkung hari itu hanya dicuci sekali. Sekarang wajib tiga kali dan direndam air garam.',
      },
      {
        benda: 'potongan tali plastik', menu: 'capcay', hari: 'Senin', batch: 'P-364',
        temuan: 'tali ikatan sawi, hijau sama warnanya.',
        jelas: 'Itu tali pengikat sawi. Pemasok sekarang memakai tali merah supaya terlihat.',
      },
      {
        benda: 'kerikil', menu: 'nasi', hari: 'Jumat', batch: 'P-379',
        temuan: 'karung ke-14 lot BP-88, ayak ulang.',
        jelas: 'Asalnya dari satu karung beras, dan lot itu kami blokir. Beras sekarang diayak dulu.',
      },
    ],
  },
  {
    subject: 'Izin meliput dapur untuk {media}',
    from: 'ortu',
    tags: 'kunjungan',
    priority: 'low',
    script: `
      > Saya {peran}. Apakah boleh mengambil gambar proses memasak dini hari untuk {media}? Cukup dua orang.
      @
      #ratna Boleh, asal ikut aturan: sepatu bot, penutup kepala, wajah anak tidak diambil.
      < Boleh, {day+9} mulai jam 02.30 di Dapur Cempaka. Kami siapkan penutup kepala dan jas; mohon sepatu tertutup
      dan datang dalam keadaan sehat.
      =pending
      > Siap, kami datang jam dua lewat seperempat.
      =solved
    `,
    cases: [
      { media: 'majalah dinding sekolah', peran: 'pembina ekskul jurnalistik dan orang tua siswa' },
      { media: 'radio komunitas', peran: 'penyiar radio komunitas, kebetulan anak saya penerima juga' },
    ],
  },
  {
    subject: 'Data anak pindah ke {sekolah}',
    from: 'ortu',
    tags: 'data orangtua',
    priority: 'low',
    script: `
      > Anak saya pindah ke {sekolah} mulai {date+10}. Apakah makan siangnya ikut pindah otomatis?
      @
      < Datanya mengikuti sekolah, jadi tidak perlu mendaftar ulang. Hanya catatan alergi yang perlu dibawa ke
      sekolah baru. Apakah ada?
      =pending
      > {alergi}
      # {tindak}
      =solved
    `,
    cases: [
      {
        sekolah: 'SDN Karanganyar 01', alergi: 'Tidak ada, alhamdulillah.',
        tindak: 'Pindah kelas 3, Karanganyar tambah satu porsi.',
      },
      {
        sekolah: 'SMP Pelita Bangsa', alergi: 'Ada, alergi ikan laut.',
        tindak: 'Catatan alergi ikan laut diteruskan ke SMP Pelita Bangsa.',
      },
    ],
  },
  {
    subject: 'Tidak bisa masuk ke {apa}',
    from: 'sma',
    tags: 'aplikasi',
    script: `
      > Saya tidak bisa masuk ke {apa} sejak {sejak}. Muncul tulisan "{tulisan}". Padahal batas isi porsi jam 12.00.
      @
      < Porsi hari ini biar saya yang isi dulu, {call}: sama seperti kemarin, betul? Sementara itu {coba}.
      =pending
      > Betul, sama. {hasil}
      # {sebab}
      < Syukurlah. Lain kali kalau mepet batas jam 12.00 langsung telepon saja.
      =solved
    `,
    cases: [
      {
        apa: 'formulir porsi', sejak: 'tadi pagi', tulisan: 'sesi berakhir',
        coba: 'coba masuk lagi lewat tautan baru yang saya kirim', hasil: 'Sudah bisa lewat tautan baru.',
        sebab: 'Tautan lama kedaluwarsa setelah tujuh hari.',
      },
      {
        apa: 'halaman menu', sejak: 'ganti ponsel', tulisan: 'alamat tidak dikenal',
        coba: 'periksa ejaan alamat e-mailnya, huruf l dan angka 1 sering tertukar',
        hasil: 'Ternyata memang tertukar. Maaf merepotkan.', sebab: 'Salah ketik alamat e-mail di ponsel baru.',
      },
      {
        apa: 'laporan bulanan', sejak: 'kemarin', tulisan: 'tidak diizinkan',
        coba: 'saya tambahkan hak akses untuk kepala sekolah yang baru', hasil: 'Sekarang terbuka, terima kasih.',
        sebab: 'Hak akses masih atas nama kepala sekolah lama.',
      },
    ],
  },
  {
    subject: '{count} ibu hamil baru di {place_pendek}',
    from: 'posyandu',
    tags: 'posyandu porsi',
    script: `
      > Bulan ini ada {count} ibu hamil baru di {place_pendek}, satu di antaranya {khusus}. Mulai kapan bisa menerima
      makanan?
      @
      #dewi {khusus_kapital}: menu {menu}.
      < Mulai {day+5}. Untuk ibu yang {khusus} kami siapkan menu {menu}. Dibagikan di posyandu atau diantar kader?
      =pending
      > Diantar kader saja, rumahnya berdekatan.
      < Baik, {count} paket tambahan atas nama posyandu, jam 10.00.
      =solved
    `,
    cases: [
      {
        count: '5', place_pendek: 'RW 04', khusus: 'kurang darah', khusus_kapital: 'Kurang darah',
        menu: 'kaya zat besi, hati ayam dua kali seminggu',
      },
      {
        count: '3', place_pendek: 'RW 09', khusus: 'tekanan darahnya tinggi',
        khusus_kapital: 'Tekanan darah tinggi', menu: 'rendah garam',
      },
    ],
  },
  {
    subject: 'Hasil penimbangan {date+0}',
    from: 'posyandu',
    tags: 'posyandu laporan',
    priority: 'low',
    hours: [10, 15],
    script: `
      > Laporan penimbangan hari ini: {naik} balita naik, {tetap} tetap, {turun} turun. {catatan}
      @
      # Teruskan ke ahli gizi. Yang turun dua kali berturut-turut dikunjungi bersama bidan.
      < Terima kasih, {call}. Untuk yang turun, ahli gizi kami ikut kunjungan rumah {day+4} bersama Bu Bidan.
      =pending
      ..4d
      > Sudah dikunjungi. {hasil}
      =solved
    `,
    cases: [
      {
        naik: '31', tetap: '6', turun: '3', catatan: 'Dua yang turun habis diare.',
        hasil: 'Keduanya sudah mau makan lagi, ibunya diajari membuat oralit.',
      },
      {
        naik: '24', tetap: '9', turun: '2', catatan: 'Satu anak tidak suka buburnya.',
        hasil: 'Ternyata ibunya memberi saat sudah dingin. Sekarang dihangatkan dulu.', from: 'mimin',
      },
      {
        naik: '40', tetap: '4', turun: '0', catatan: 'Bulan ini tidak ada yang turun!',
        hasil: 'Tidak ada yang perlu dikunjungi, kami rayakan kecil-kecilan.',
      },
    ],
  },
  {
    subject: 'Mobil dapur {perilaku} di {tempat}',
    from: 'kelurahan',
    tags: 'keluhan pengiriman',
    script: `
      > Warga melaporkan mobil Dapur Nusantara {perilaku} di {tempat} sekitar jam {jam}. Mohon ditegur baik-baik.
      @
      # {cek}
      < Terima kasih laporannya, Bu Okta. {jawab}
      > Warga sudah kami beri tahu. Terima kasih tanggapannya.
      =solved
    `,
    cases: [
      {
        perilaku: 'parkir menutup gang', tempat: 'RT 02', jam: '05.30',
        cek: 'Menunggu gerbang sekolah dibuka, sekitar sepuluh menit.',
        jawab: 'Sopir kami menunggu gerbang sekolah dibuka. Sekarang menunggunya di lapangan voli.',
      },
      {
        perilaku: 'melaju kencang', tempat: 'depan masjid', jam: '06.10',
        cek: 'Rekaman GPS: 52 km/jam, batasnya 30.',
        jawab: 'Menurut GPS memang terlalu kencang. Sopirnya sudah ditegur dan meminta maaf langsung ke Pak RT.',
      },
    ],
  },
];
