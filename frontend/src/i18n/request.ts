import type { Locale } from '@kontor/contracts/locales';
import { headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { preferredLocale } from '../../server/preferred-locale.ts';
import { findSession } from '../lib/session.ts';
import en from '../messages/en.json' with { type: 'json' };
import id from '../messages/id.json' with { type: 'json' };

/** The type makes a sentence that one language lacks an error of the build. */
const CATALOGUES: Record<Locale, typeof en> = { en, id };

/** Days before months, and weeks that begin on Monday. */
const TAGS: Record<Locale, string> = { en: 'en-GB', id: 'id-ID' };

/** The reader's language and zone: of the session, or of the browser while nobody is signed in. */
export default getRequestConfig(async () => {
  // A page that says that the backend is away must not need the backend for its language.
  const session = await findSession().catch(() => null);
  const locale = session?.user.locale ?? preferredLocale((await headers()).get('accept-language'));
  return { locale: TAGS[locale], timeZone: session?.user.timeZone ?? 'UTC', messages: CATALOGUES[locale] };
});
