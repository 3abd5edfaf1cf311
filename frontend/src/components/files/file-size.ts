import { numberFormat } from '../../lib/formats.ts';

const STEPS = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size as people read it, with at most one decimal: `182 kB`. */
export function fileSize(bytes: number, locale: string): string {
  const step = Math.max(0, Math.min(STEPS.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3) - 1));
  // The smallest file is still something.
  const value = Math.max(bytes / 1_000 ** (step + 1), 1);
  const maximumFractionDigits = step > 0 && value < 10 ? 1 : 0;
  return numberFormat(locale, { style: 'unit', unit: STEPS[step]!, unitDisplay: 'short', maximumFractionDigits }).format(value);
}
