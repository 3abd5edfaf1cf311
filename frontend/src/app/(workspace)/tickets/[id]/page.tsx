import { FINAL_STATUSES } from '@kontor/contracts/tickets';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readFileRules } from '../../../../components/files/file-rules.ts';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import { StatusMark } from '../../../../components/marks/status-mark.tsx';
import { Time } from '../../../../components/marks/time.tsx';
import { can, read, requirePermission } from '../../../../lib/session.ts';
import { Composer } from './composer.tsx';
import { MainTransition } from './main-transition.tsx';
import { Looking } from './presence/looking.tsx';
import { TicketPresence } from './presence/ticket-presence.tsx';
import { Properties } from './properties.tsx';
import { MergeNotice } from './relations/merge-notice.tsx';
import { Subject } from './subject.tsx';
import { Timeline } from './timeline.tsx';
import { TrailParent, TrailSteps } from './trail-steps.tsx';
import classes from './ticket.module.css';

const TIMELINE_PAGE = 50;

const readTicket = (id: string) => read('/tickets/{id}', { path: { id } });

interface TicketPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ before?: string; edit?: string; merged?: string; split?: string }>;
}

export async function generateMetadata({ params }: TicketPageProps): Promise<Metadata> {
  const ticket = await readTicket((await params).id);
  return { title: `${ticket.number} ${ticket.subject}` };
}

export default async function TicketPage({ params, searchParams }: TicketPageProps) {
  const [{ id }, { before, edit, merged, split }] = await Promise.all([params, searchParams]);
  const asked = requirePermission('ticket:read');
  const [session, ticket, timeline, relations, fields, members, teams, followers, files, answers, nav, t, talk, error] = await Promise.all([
    asked,
    readTicket(id),
    read('/tickets/{id}/timeline', { path: { id }, query: { limit: TIMELINE_PAGE, cursor: before } }),
    read('/tickets/{id}/relations', { path: { id } }),
    read('/fields'),
    read('/members', { query: { status: 'active', limit: 100 } }),
    read('/teams', { query: { limit: 100 } }),
    read('/tickets/{id}/followers', { path: { id } }),
    readFileRules(),
    asked.then((session) => (can(session, 'canned-answer:read') ? read('/canned-answers', { query: { limit: 100 } }) : undefined)),
    getTranslations('nav'),
    getTranslations('ticket'),
    getTranslations('talk'),
    getTranslations('errors'),
  ]);
  const isFinal = (FINAL_STATUSES as readonly string[]).includes(ticket.status);
  const context = { ticket, session, traceLabel: error('trace') };
  return (
    <>
      <PageHeader title={ticket.number} parent={<TrailParent id={ticket.id} label={nav('tickets')} />} isHeading={false}>
        <TrailSteps id={ticket.id} words={{ previous: t('previous'), next: t('next') }} />
        {can(session, 'ticket:transition') && <MainTransition {...context} />}
      </PageHeader>
      <TicketPresence ticketId={ticket.id}>
        <div className={classes.page}>
          <article className={classes.conversation}>
            <MergeNotice {...context} relations={relations} justMerged={merged} justSplit={split} />
            <header className={classes.head}>
              <Subject {...context} isEdited={edit === 'subject'} mayEdit={can(session, 'ticket:update') && !isFinal} />
              <p className={classes.about}>
                <StatusMark status={ticket.status} />
                {ticket.requester && <span>{ticket.requester.name}</span>}
                <span>
                  {t.rich('opened', { channel: t(`channel.${ticket.channel}`), time: () => <Time key="at" at={ticket.createdAt} isProse /> })}
                </span>
                <Looking one={talk('lookingOne', { name: '#' })} many={talk('lookingMany', { count: '#' })} />
              </p>
            </header>
            <Timeline timeline={timeline} ticket={ticket} isEarlier={before !== undefined} />
            <Composer {...context} timeline={timeline} members={members.items} answers={answers?.items ?? []} files={files} isFinal={isFinal} />
          </article>
          <Properties
            {...context}
            members={members.items}
            teams={teams.items}
            relations={relations}
            fields={fields.items}
            followers={followers.items}
            isFinal={isFinal}
          />
        </div>
      </TicketPresence>
    </>
  );
}
