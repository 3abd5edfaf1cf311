import { IconArrowRight, IconFlag, IconPencil, IconTag, IconUser, IconUserCircle, IconUsers } from '@tabler/icons-react';
import { TICKET_REFERENCES, type TicketPriority, type TicketReference, type TicketStatus, type TrackedField } from '@kontor/contracts/tickets';
import { useTranslations } from 'next-intl';
import { Time } from '../../../../components/marks/time.tsx';
import type { TimelineEntry } from '../../../../lib/api-types.ts';
import { FieldChange } from './field-change.tsx';
import { ReferenceChange } from './reference-change.tsx';
import classes from './ticket.module.css';

type OwnField = Exclude<TrackedField, TicketReference | 'field'>;

const ICONS: Record<OwnField, typeof IconUser> = {
  subject: IconPencil,
  status: IconArrowRight,
  priority: IconFlag,
  requester: IconUserCircle,
  assignee: IconUser,
  team: IconUsers,
  tags: IconTag,
};

/** One line of history: who changed what. */
export function Change({ entry }: { entry: TimelineEntry }) {
  const t = useTranslations('ticket.change');
  const status = useTranslations('ticket.status');
  const priority = useTranslations('ticket.priority');
  const { field } = entry;
  if (!field) return null;
  if (field === 'field') return <FieldChange entry={entry} />;
  if (isReference(field)) return <ReferenceChange entry={entry} field={field} />;
  const shown = (value: string | null) => {
    if (value === null || value === '') return t('nothing');
    if (field === 'status') return status(value as TicketStatus);
    return field === 'priority' ? priority(value as TicketPriority) : value;
  };
  const who = entry.author.name ?? t('system');
  const isEmptied = entry.to === null || entry.to === '';
  const Icon = ICONS[field];
  return (
    <p className={classes.change}>
      <Icon size={15} stroke={1.6} aria-hidden />
      <span>
        {t(isEmptied ? `${field}Removed` : field, { who, from: shown(entry.from), to: shown(entry.to) })} · <Time at={entry.at} isProse />
      </span>
    </p>
  );
}

function isReference(field: TrackedField): field is TicketReference {
  return (TICKET_REFERENCES as readonly TrackedField[]).includes(field);
}
