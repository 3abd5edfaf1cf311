import { Random } from '../../src/demo/random.ts';

/** Words that a help desk reads every day, the most used first. */
const ENGLISH = `the is was of to and in for delivery order driver please invoice customer box arrived late missing morning kitchen
  menu school temperature cold broken replaced refund called waiting tomorrow address gate logger meals children allergy
  delivered counted trays changed paid payment account password printer oven freezer contract supplier weekend holiday
  cancelled portions vegetarian halal label batch recall inspected engineer repaired photograph signature receipt`;
const INDONESIAN = `dan yang di tidak sudah untuk pesanan pengiriman mengirim dikirim pembayaran membayar tagihan pelanggan terlambat
  hilang dapur sekolah suhu dingin rusak diganti menunggu besok alamat sopir makanan anak alergi kotak pagi laporan
  pemesanan memesan pengembalian dikembalikan perbaikan memperbaiki menghubungi dihubungi jadwal perubahan mengubah`;
const SYLLABLES = ['ba', 'cor', 'del', 'fin', 'gar', 'hul', 'jas', 'kel', 'lom', 'mir', 'nov', 'pra', 'quil', 'rus', 'sten', 'tov', 'vek', 'wil', 'xan', 'zor'];
/** Names, products and places: many words, each of them rare. */
const NAMES = 6_000;

const WORDS_A_PASSAGE = 28;
const SEED = 20_261_121;

/** The words of the language, the most used first; English and Indonesian in turn. */
export function vocabulary(): string[] {
  const [english, indonesian] = [ENGLISH.split(/\s+/), INDONESIAN.split(/\s+/)];
  const known = english.flatMap((word, place) => [word, indonesian[place]]).filter((word) => word !== undefined);
  return [...new Set([...known, ...Array.from({ length: NAMES }, (_, number) => nameOf(number))])];
}

/** Texts of as many different words as people write: the word of rank n is used n times less often than the first. */
export function passages(count: number): string[] {
  const words = vocabulary();
  const random = new Random(SEED);
  const word = () => words[Math.floor(words.length ** random.next()) - 1];
  return Array.from({ length: count }, () => `${Array.from({ length: WORDS_A_PASSAGE }, word).join(' ')}.`);
}

/** The same three or four syllables for a number always, and for no other. */
function nameOf(number: number): string {
  const base = SYLLABLES.length;
  const ending = number >= base ** 3 ? SYLLABLES[Math.floor(number / base ** 3)] : '';
  return `${SYLLABLES[number % base]}${SYLLABLES[Math.floor(number / base) % base]}${SYLLABLES[Math.floor(number / base ** 2) % base]}${ending}`;
}
