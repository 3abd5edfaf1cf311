import { LOCALES, type Locale } from '@kontor/contracts/locales';

/** The first language of Accept-Language that there is a catalogue for. */
export function preferredLocale(acceptLanguage: string | null | undefined): Locale {
  const wanted = (acceptLanguage ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  // Browsers still send the old code "in" for Indonesian now and then.
  const known = wanted.map((code) => (code === 'in' ? 'id' : code)).find((code) => LOCALES.includes(code as Locale));
  return (known as Locale | undefined) ?? 'en';
}
