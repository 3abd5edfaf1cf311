import { IconPlus } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DataTable } from '../../../../components/data-table.tsx';
import table from '../../../../components/data-table.module.css';
import { EmptyState } from '../../../../components/empty-state.tsx';
import { LinkButton } from '../../../../components/link-button.tsx';
import { Link } from '../../../../components/link.tsx';
import { Time } from '../../../../components/marks/time.tsx';
import page from '../../../../components/page.module.css';
import { can, read, requirePermission } from '../../../../lib/session.ts';
import settings from '../settings.module.css';

const HERE = '/settings/canned-answers';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cannedAnswers'))('title') };
}

export default async function CannedAnswersPage({ searchParams }: { searchParams: Promise<{ cursor?: string }> }) {
  const { cursor } = await searchParams;
  const [session, answers, t] = await Promise.all([
    requirePermission('canned-answer:read'),
    read('/canned-answers', { query: { limit: 50, cursor } }),
    getTranslations('cannedAnswers'),
  ]);
  const isEmpty = answers.items.length === 0;
  return (
    <>
      <div>
        <header className={settings.head}>
          <h1 className={settings.title}>{t('title')}</h1>
          {!isEmpty && (
            <LinkButton href={`${HERE}/new`} variant="filled" icon={<IconPlus size={15} stroke={1.75} aria-hidden />} shortcut="c">
              {t('new')}
            </LinkButton>
          )}
        </header>
        <p className={page.lead}>{t('lead')}</p>
      </div>
      {isEmpty ? (
        <EmptyState title={t('empty')} text={t('emptyText')} action={{ href: `${HERE}/new`, label: t('new') }} />
      ) : (
        <DataTable
          label={t('title')}
          columns={[t('name'), t('shortcut'), t('visibility'), t('updated')]}
          rows={answers.items.map((answer) => ({
            id: answer.id,
            cells: [
              !answer.shared || can(session, 'canned-answer:share') ? (
                <Link key="name" href={`${HERE}/${answer.id}`} className={table.main} data-row>
                  {answer.name}
                </Link>
              ) : (
                <span key="name" className={table.main}>
                  {answer.name}
                </span>
              ),
              <code key="shortcut">/{answer.shortcut}</code>,
              answer.shared ? t('sharedYes') : t('sharedNo'),
              <Time key="updated" at={answer.updatedAt} />,
            ],
          }))}
          firstPage={cursor ? { href: HERE, label: t('first') } : undefined}
          nextPage={answers.nextCursor ? { href: `${HERE}?cursor=${encodeURIComponent(answers.nextCursor)}`, label: t('next') } : undefined}
        />
      )}
    </>
  );
}
