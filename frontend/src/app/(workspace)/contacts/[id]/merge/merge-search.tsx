import { getTranslations } from 'next-intl/server';
import classes from '../../../../../components/contacts/contacts.module.css';
import { SearchForm } from '../../../../../components/form/search-form.tsx';
import { Link } from '../../../../../components/link.tsx';
import page from '../../../../../components/page.module.css';
import type { Contact } from '../../../../../lib/api-types.ts';
import { read } from '../../../../../lib/session.ts';

/** Whom to merge with: suggestions first, and a search for everybody else. */
export async function MergeSearch({ contact: { id }, q }: { contact: Contact; q: string }) {
  const [duplicates, found, t] = await Promise.all([
    read('/contacts/{id}/duplicates', { path: { id } }),
    q.trim() ? read('/contacts', { query: { q: q.trim().slice(0, 200), limit: 10 } }) : null,
    getTranslations('contacts'),
  ]);
  const others = found?.items.filter((other) => other.id !== id) ?? duplicates.items.map(({ other }) => other);
  return (
    <section className={page.section}>
      <SearchForm label={t('searchLabel')} button={t('search')} q={q} />
      <h2 className={page.heading}>{t(found ? 'matches' : 'maybeSame')}</h2>
      {others.length === 0 && <p className={page.lead}>{t(found ? 'noMatch' : 'noSuggestion')}</p>}
      <ul className={classes.list}>
        {others.map((other) => (
          <li key={other.id}>
            <Link href={`/contacts/${id}/merge?with=${other.id}`} className={classes.name} data-row>
              {other.name}
            </Link>
            <span className={classes.quiet}>{other.email ?? other.phone}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
