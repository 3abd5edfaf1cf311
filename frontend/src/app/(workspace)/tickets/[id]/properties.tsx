import { useTranslations } from 'next-intl';
import { Link } from '../../../../components/link.tsx';
import { Avatar } from '../../../../components/marks/avatar.tsx';
import { Tags } from '../../../../components/marks/tags.tsx';
import { Time } from '../../../../components/marks/time.tsx';
import type { Field, Member, Person, Relations, Team } from '../../../../lib/api-types.ts';
import { can } from '../../../../lib/session.ts';
import { AssigneeForm } from './assignee-form.tsx';
import type { TicketContext } from './context.ts';
import { CustomFields } from './custom-fields.tsx';
import { Followers } from './followers.tsx';
import { PendingForm } from './pending-form.tsx';
import { PriorityForm } from './priority-form.tsx';
import { RelationsPanel } from './relations/relations-panel.tsx';
import { StatusForm } from './status-form.tsx';
import { TagsForm } from './tags-form.tsx';
import { TeamForm } from './team-form.tsx';
import classes from './properties.module.css';

interface PropertiesProps extends TicketContext {
  members: readonly Member[];
  teams: readonly Team[];
  relations: Relations;
  fields: readonly Field[];
  followers: readonly Person[];
  isFinal: boolean;
}

/** What a ticket is, beside its conversation; each property is a form of its own. */
export function Properties({ members, teams, relations, fields, followers, isFinal, ...context }: PropertiesProps) {
  const t = useTranslations('ticket');
  const { ticket, session } = context;
  const mayAssign = can(session, 'ticket:assign') && !isFinal;
  const mayUpdate = can(session, 'ticket:update') && !isFinal;
  return (
    <aside className={classes.side} aria-label={t('properties')}>
      <StatusForm {...context} mayEdit={can(session, 'ticket:transition')} />
      <PendingForm {...context} mayEdit={can(session, 'ticket:transition')} />
      <AssigneeForm {...context} members={members} mayEdit={mayAssign} />
      <TeamForm {...context} teams={teams} mayEdit={mayAssign} />
      <PriorityForm {...context} mayEdit={mayUpdate} />
      {mayUpdate ? (
        <TagsForm {...context} />
      ) : (
        <div className={classes.row}>
          <span className={classes.label}>{t('tags')}</span>
          <span className={classes.tags}>{ticket.tags.length > 0 ? <Tags tags={ticket.tags} linked /> : '–'}</span>
        </div>
      )}
      <Followers {...context} followers={followers} />
      <CustomFields {...context} fields={fields} mayEdit={mayUpdate} />
      <section className={classes.section}>
        <h2>{t('requester')}</h2>
        {ticket.requester ? (
          <Link href={`/contacts/${ticket.requester.id}`} className={classes.contact}>
            <Avatar name={ticket.requester.name} size={24} />
            <span>
              <strong>{ticket.requester.name}</strong>
              <small>{ticket.requester.email}</small>
            </span>
          </Link>
        ) : (
          <p className={classes.none}>{t('noRequester')}</p>
        )}
      </section>
      <RelationsPanel {...context} relations={relations} isFinal={isFinal} />
      <dl className={classes.facts}>
        <dt>{t('createdBy')}</dt>
        <dd>{ticket.createdBy?.name ?? ticket.requester?.name ?? t('system')}</dd>
        <dt>{t('created')}</dt>
        <dd>
          <Time at={ticket.createdAt} />
        </dd>
        <dt>{t('updated')}</dt>
        <dd>
          <Time at={ticket.updatedAt} />
        </dd>
      </dl>
    </aside>
  );
}
