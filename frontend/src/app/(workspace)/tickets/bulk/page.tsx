import type { TicketPriority, TicketStatus } from '@kontor/contracts/tickets';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '../../../../components/form/action-form.tsx';
import { SubmitButton } from '../../../../components/form/submit-button.tsx';
import { LinkButton } from '../../../../components/link-button.tsx';
import page from '../../../../components/page.module.css';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import type { QueryOf } from '../../../../lib/api-operation.ts';
import { read, requirePermission } from '../../../../lib/session.ts';
import { changeMatching } from '../selection/actions.ts';

const CHANGES = ['assigneeId', 'teamId', 'status', 'priority', 'addTags', 'removeTags'] as const;
type Params = Partial<Record<(typeof CHANGES)[number] | 'matching', string>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('selection'))('question') };
}

async function nameOf(assigneeId: string): Promise<string> {
  if (assigneeId === '') return (await getTranslations('selection'))('nobody');
  return (await read('/members/{id}', { path: { id: assigneeId } })).name;
}

async function givenTo(teamId: string): Promise<string> {
  const t = await getTranslations('selection');
  return teamId === '' ? t('willTakeFromTeam') : t('willGive', { name: (await read('/teams/{id}', { path: { id: teamId } })).name });
}

/** What is to be changed, in words. */
async function wordsOf({ assigneeId, teamId, status, priority, addTags, removeTags }: Params): Promise<string[]> {
  const [t, ticket] = await Promise.all([getTranslations('selection'), getTranslations('ticket')]);
  return [
    ...(assigneeId !== undefined ? [t('willAssign', { name: await nameOf(assigneeId) })] : []),
    ...(teamId !== undefined ? [await givenTo(teamId)] : []),
    ...(status ? [t('willMove', { status: ticket(`status.${status as TicketStatus}`) })] : []),
    ...(priority ? [t('willPrioritise', { priority: ticket(`priority.${priority as TicketPriority}`) })] : []),
    ...(addTags ? [t('willAdd', { tags: addTags })] : []),
    ...(removeTags ? [t('willRemove', { tags: removeTags })] : []),
  ];
}

/** Asks before all tickets of a list are changed. */
export default async function BulkQuestionPage({ searchParams }: { searchParams: Promise<Params> }) {
  const params = await searchParams;
  const { matching = '' } = params;
  const query = Object.fromEntries(new URLSearchParams(matching)) as QueryOf<'GET', '/tickets'>;
  const [session, words, { count = 0 }, t, nav, error] = await Promise.all([
    requirePermission('ticket:update'),
    wordsOf(params),
    read('/tickets', { query: { ...query, limit: 1, count: true } }),
    getTranslations('selection'),
    getTranslations('nav'),
    getTranslations('errors'),
  ]);
  if (words.length === 0) notFound();
  const hidden = Object.fromEntries(['matching', ...CHANGES].flatMap((name) => (name in params ? [[name, String(params[name as keyof Params])]] : [])));
  const back = matching ? `/tickets?${matching}` : '/tickets';
  return (
    <>
      <PageHeader title={t('question')} parent={{ href: back, label: nav('tickets') }} />
      <ActionForm action={changeMatching} tenant={session.tenant.id} hidden={hidden} className={page.form} traceLabel={error('trace')} label={t('question')}>
        <h2 className={page.heading}>{t('questionCount', { count })}</h2>
        <ul>
          {words.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <p className={page.lead}>{t('questionLead')}</p>
        <div className={page.buttons}>
          <SubmitButton>{t('confirm', { count })}</SubmitButton>
          <LinkButton href={back} variant="subtle">
            {t('cancel')}
          </LinkButton>
        </div>
      </ActionForm>
    </>
  );
}
