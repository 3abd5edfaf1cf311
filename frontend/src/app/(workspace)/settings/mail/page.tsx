import { MAIL_KINDS, MAIL_STATES } from '@kontor/contracts/mail';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DataTable } from '../../../../components/data-table.tsx';
import table from '../../../../components/data-table.module.css';
import { EmptyState } from '../../../../components/empty-state.tsx';
import { ActionForm } from '../../../../components/form/action-form.tsx';
import { SubmitButton } from '../../../../components/form/submit-button.tsx';
import { Link } from '../../../../components/link.tsx';
import { Time } from '../../../../components/marks/time.tsx';
import page from '../../../../components/page.module.css';
import { can, read, requirePermission } from '../../../../lib/session.ts';
import settings from '../settings.module.css';
import { testMail } from './actions.ts';
import { MailFilter, type MailFilters } from './mail-filter.tsx';

const HERE = '/settings/mail';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mail'))('title') };
}

function filtersOf({ kind, state }: Record<string, string | undefined>): MailFilters {
  return { kind: MAIL_KINDS.find((value) => value === kind), state: MAIL_STATES.find((value) => value === state) };
}

function address(filters: MailFilters, cursor?: string): string {
  const given = Object.entries({ ...filters, cursor }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length === 0 ? HERE : `${HERE}?${new URLSearchParams(given)}`;
}

/** What the workspace has written by mail, and whether any of it leaves. */
export default async function MailPage({ searchParams }: { searchParams: Promise<Record<string, string | undefined>> }) {
  const { cursor, ...given } = await searchParams;
  const filters = filtersOf(given);
  const [session, mails, { isSending, sender }, t, error] = await Promise.all([
    requirePermission('mail:read'),
    read('/mails', { query: { limit: 50, cursor, ...filters } }),
    read('/mails/sending'),
    getTranslations('mail'),
    getTranslations('errors'),
  ]);
  const isFiltered = filters.kind !== undefined || filters.state !== undefined;
  return (
    <>
      <div>
        <header className={settings.head}>
          <h1 className={settings.title}>{t('title')}</h1>
          {can(session, 'mail:send') && (
            <ActionForm action={testMail} tenant={session.tenant.id} traceLabel={error('trace')} label={t('test')}>
              <SubmitButton variant="default">{t('test')}</SubmitButton>
            </ActionForm>
          )}
        </header>
        <p className={page.lead}>{isSending ? t('sending', { sender: sender ?? '' }) : t('notSending')}</p>
      </div>
      {(isFiltered || mails.items.length > 0) && <MailFilter {...filters} />}
      {mails.items.length === 0 ? (
        <EmptyState title={t(isFiltered ? 'noneFiltered' : 'none')} text={t(isFiltered ? 'noneFilteredText' : 'noneText')} />
      ) : (
        <DataTable
          label={t('title')}
          columns={[t('subject'), t('recipient'), t('kindLabel'), t('stateLabel'), t('written')]}
          rows={mails.items.map((mail) => ({
            id: mail.id,
            isQuiet: mail.state === 'withdrawn',
            cells: [
              <Link key="subject" href={`${HERE}/${mail.id}`} className={table.main} data-row translate="no">
                {mail.subject}
              </Link>,
              mail.recipient,
              t(`kind.${mail.kind}`),
              t(`state.${mail.state}`),
              <Time key="written" at={mail.createdAt} />,
            ],
          }))}
          firstPage={cursor ? { href: address(filters), label: t('first') } : undefined}
          nextPage={mails.nextCursor ? { href: address(filters, mails.nextCursor), label: t('next') } : undefined}
        />
      )}
    </>
  );
}
