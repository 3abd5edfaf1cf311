import { IconArrowRight } from '@tabler/icons-react';
import { FINAL_STATUSES } from '@kontor/contracts/tickets';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import Form from 'next/form';
import { ActionForm } from '../../../../../components/form/action-form.tsx';
import { SubmitButton } from '../../../../../components/form/submit-button.tsx';
import { LinkButton } from '../../../../../components/link-button.tsx';
import { Link } from '../../../../../components/link.tsx';
import { StatusDot } from '../../../../../components/marks/status-mark.tsx';
import { PageHeader } from '../../../../../components/shell/page-header.tsx';
import theme from '../../../../../components/theme.module.css';
import { read, requirePermission } from '../../../../../lib/session.ts';
import { mergeTicket } from '../relations/actions.ts';
import classes from '../relations/relations.module.css';
import { Side } from './side.tsx';

const MOST_FOUND = 10;

interface MergePageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ q?: string; into?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('relations'))('merge') };
}

/** First the other ticket is looked for, then both are shown side by side before they become one. */
export default async function MergePage({ params, searchParams }: MergePageProps) {
  const [{ id }, { q = '', into }] = await Promise.all([params, searchParams]);
  const words = q.trim().slice(0, 100);
  const [session, ticket, target, found, t, nav, error] = await Promise.all([
    requirePermission('ticket:merge'),
    read('/tickets/{id}', { path: { id } }),
    into ? read('/tickets/{id}', { path: { id: into } }) : null,
    into ? null : read('/tickets', { query: words ? { q: words, limit: MOST_FOUND + 1 } : { sort: '-updatedAt', limit: MOST_FOUND + 1 } }),
    getTranslations('relations'),
    getTranslations('nav'),
    getTranslations('errors'),
  ]);
  const here = `/tickets/${id}`;
  const others = found?.items.filter((other) => other.id !== id && !(FINAL_STATUSES as readonly string[]).includes(other.status)).slice(0, MOST_FOUND) ?? [];
  return (
    <>
      <PageHeader title={ticket.number} parent={{ href: '/tickets', label: nav('tickets') }} isHeading={false} />
      <section className={classes.question}>
        <h1>{t('mergeTitle', { number: ticket.number })}</h1>
        {target ? (
          <>
            <div className={classes.sides}>
              <Side heading={t('goes')} ticket={ticket} />
              <IconArrowRight size={20} stroke={1.6} aria-hidden />
              <Side heading={t('stays')} ticket={target} />
            </div>
            <p>{t('mergeText', { from: ticket.number, into: target.number })}</p>
            <ActionForm
              action={mergeTicket}
              tenant={session.tenant.id}
              hidden={{ id, into: target.id, version: String(ticket.version) }}
              traceLabel={error('trace')}
              label={t('merge')}
            >
              <div className={classes.buttons}>
                <SubmitButton>{t('mergeInto', { number: target.number })}</SubmitButton>
                <LinkButton href={`${here}/merge`}>{t('chooseAnother')}</LinkButton>
                <LinkButton href={here} variant="subtle">
                  {t('cancel')}
                </LinkButton>
              </div>
            </ActionForm>
          </>
        ) : (
          <>
            <p>{t('mergeLead')}</p>
            <Form action={`${here}/merge`} className={classes.search} role="search">
              <input type="search" name="q" defaultValue={words} aria-label={t('searchLabel')} placeholder={t('searchLabel')} autoComplete="off" autoFocus className={classes.input} />
              <button type="submit" className={theme.button} data-variant="default">
                {t('search')}
              </button>
            </Form>
            {others.length === 0 ? (
              <p>{t('nothingFound')}</p>
            ) : (
              <nav className={classes.found} aria-label={t(words ? 'found' : 'recent')}>
                {others.map((other) => (
                  <Link key={other.id} href={`${here}/merge?into=${other.id}`} data-row>
                    <StatusDot status={other.status} />
                    <span className={classes.number}>{other.number}</span>
                    <span className={classes.subject}>{other.subject}</span>
                    <small>{other.requester?.name}</small>
                  </Link>
                ))}
              </nav>
            )}
            <div className={classes.buttons}>
              <LinkButton href={here}>{t('cancel')}</LinkButton>
            </div>
          </>
        )}
      </section>
    </>
  );
}
