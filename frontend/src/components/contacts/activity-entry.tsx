import { IconArchive, IconArrowMerge, IconBuilding, IconMail, IconMessage, IconNote, IconPencil, IconPhone, IconTicket } from '@tabler/icons-react';
import type { ContactField } from '@kontor/contracts/contacts';
import { useTranslations } from 'next-intl';
import type { Activity } from '../../lib/api-types.ts';
import { Link } from '../link.tsx';
import { StatusMark } from '../marks/status-mark.tsx';
import { Time } from '../marks/time.tsx';
import classes from './contacts.module.css';

const ICONS: Record<ContactField | 'ticket' | 'said' | 'noted', typeof IconPencil> = {
  ticket: IconTicket,
  said: IconMessage,
  noted: IconNote,
  name: IconPencil,
  company: IconBuilding,
  emails: IconMail,
  phones: IconPhone,
  externalId: IconPencil,
  domain: IconPencil,
  note: IconPencil,
  archived: IconArchive,
  merge: IconArrowMerge,
};

/** What an entry is drawn as. */
function keyOf({ type, kind, field }: Activity): keyof typeof ICONS {
  if (type === 'ticket') return 'ticket';
  if (type === 'message') return kind === 'note' ? 'noted' : 'said';
  return field ?? 'name';
}

/** One thing that happened: a ticket, something said, or a change. */
export function ActivityEntry({ entry }: { entry: Activity }) {
  const Icon = ICONS[keyOf(entry)];
  return (
    <li className={classes.entry} data-kind={entry.kind ?? entry.type}>
      <span className={classes.icon}>
        <Icon size={16} stroke={1.6} aria-hidden />
      </span>
      <span className={classes.what}>{entry.type === 'change' ? <ChangeText entry={entry} /> : <TicketText entry={entry} />}</span>
      <Time at={entry.at} />
      {entry.body !== null && (
        <p className={classes.said} dir="auto">
          {entry.body}
        </p>
      )}
    </li>
  );
}

function TicketText({ entry: { type, kind, author, ticket } }: { entry: Activity }) {
  const t = useTranslations('activity');
  if (!ticket) return null;
  const what = type === 'ticket' ? 'ticket' : kind === 'note' ? 'noted' : author.type === 'contact' ? 'wrote' : 'answered';
  return (
    <>
      {t.rich(what, {
        who: author.name ?? t('system'),
        ticket: () => (
          <Link href={`/tickets/${ticket.id}`} data-row>
            <bdi>{`${ticket.number} ${ticket.subject}`}</bdi>
          </Link>
        ),
      })}{' '}
      {type === 'ticket' && <StatusMark status={ticket.status} />}
    </>
  );
}

function ChangeText({ entry: { author, contact, field, from, to } }: { entry: Activity }) {
  const t = useTranslations('activity');
  if (!field) return null;
  const isEmptied = to === null || to === '';
  const who = author.name ?? t('system');
  const of = contact?.name ?? '';
  return <>{t(isEmptied ? `${field}Removed` : field, { who, of, from: from ?? t('nothing'), to: to ?? t('nothing') })}</>;
}
