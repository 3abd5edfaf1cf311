import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { EmptyState } from '../../../components/empty-state.tsx';
import { SearchForm } from '../../../components/form/search-form.tsx';
import { Link } from '../../../components/link.tsx';
import { Avatar } from '../../../components/marks/avatar.tsx';
import { StatusMark } from '../../../components/marks/status-mark.tsx';
import { PageHeader } from '../../../components/shell/page-header.tsx';
import { numberIn, search } from '../../../lib/search.ts';
import { requireSession } from '../../../lib/session.ts';
import classes from './search.module.css';

interface SearchPageProps {
  searchParams: Promise<{ q?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('search'))('title') };
}

function Section({ title, children }: { title: string; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <section className={classes.section}>
      <h2 className={classes.title}>{title}</h2>
      <ul className={classes.list}>{children}</ul>
    </section>
  );
}

/** What the top bar's field leads to: a number to its ticket, words to all that has them. */
export default async function SearchPage({ searchParams }: SearchPageProps) {
  const [{ q }, session, t, nav] = await Promise.all([searchParams, requireSession(), getTranslations('search'), getTranslations('nav')]);
  const words = (Array.isArray(q) ? q[0] : q)?.trim().slice(0, 200) ?? '';
  const { tickets, contacts, companies } = await search(session, words);
  const number = numberIn(words);
  if (number !== undefined && tickets[0]?.number === number) redirect(tickets[0].href);
  const isEmpty = tickets.length + contacts.length + companies.length === 0;
  return (
    <>
      <PageHeader title={words ? t('of', { words }) : t('title')} query={words} />
      <div className={classes.ask}>
        <SearchForm action="/search" label={t('placeholder')} button={t('title')} q={words} isFocused={!words} />
      </div>
      {isEmpty && <EmptyState title={words ? t('none') : t('title')} text={words ? t('noneText') : t('hint')} />}
      {!isEmpty && (
        <div className={classes.page}>
          <Section title={nav('tickets')}>
            {tickets.map(({ id, href, label, hint, number: of, status }) => (
              <li key={id}>
                <Link href={href} className={classes.hit} data-row>
                  <span className={classes.number}>{of}</span>
                  <span className={classes.label}>{label}</span>
                  <span className={classes.hint}>{hint}</span>
                  <StatusMark status={status} />
                </Link>
              </li>
            ))}
          </Section>
          {[
            { title: nav('contacts'), hits: contacts },
            { title: t('companies'), hits: companies },
          ].map(({ title, hits }) => (
            <Section key={title} title={title}>
              {hits.map(({ id, href, label, hint }) => (
                <li key={id}>
                  <Link href={href} className={classes.hit} data-row>
                    <Avatar name={label} />
                    <span className={classes.label}>{label}</span>
                    <span className={classes.hint}>{hint}</span>
                  </Link>
                </li>
              ))}
            </Section>
          ))}
        </div>
      )}
    </>
  );
}
