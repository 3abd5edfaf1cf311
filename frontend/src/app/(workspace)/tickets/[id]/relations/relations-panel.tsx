import { IconPlus, IconX } from '@tabler/icons-react';
import { LINK_KINDS } from '@kontor/contracts/tickets';
import { useTranslations } from 'next-intl';
import { ActionForm } from '../../../../../components/form/action-form.tsx';
import { SelectField, TextField } from '../../../../../components/form/fields.tsx';
import { SubmitButton } from '../../../../../components/form/submit-button.tsx';
import { Link } from '../../../../../components/link.tsx';
import { Avatar } from '../../../../../components/marks/avatar.tsx';
import type { Relations } from '../../../../../lib/api-types.ts';
import { can } from '../../../../../lib/session.ts';
import type { TicketContext } from '../context.ts';
import properties from '../properties.module.css';
import { linkTicket, unlinkTicket } from './actions.ts';
import { RelatedTicketLink } from './related-ticket.tsx';
import { Regroup } from './regroup.tsx';
import { UnmergeForm } from './unmerge-form.tsx';
import classes from './relations.module.css';

interface RelationsPanelProps extends TicketContext {
  relations: Relations;
  isFinal: boolean;
}

/** Who is in copy, what was merged into the ticket, and the tickets that it is linked with. */
export function RelationsPanel({ relations, isFinal, ...context }: RelationsPanelProps) {
  const t = useTranslations('relations');
  const { ticket, session, traceLabel } = context;
  const { participants, mergedFrom, links } = relations;
  const mayLink = can(session, 'ticket:link') && !isFinal;
  const mayUnmerge = can(session, 'ticket:merge') && !isFinal;
  const shared = { tenant: session.tenant.id, traceLabel };
  return (
    <>
      {participants.length > 0 && (
        <section className={properties.section}>
          <h2>{t('inCopy')}</h2>
          {participants.map(({ id, name, email }) => (
            <Link key={id} href={`/contacts/${id}`} className={properties.contact}>
              <Avatar name={name} size={24} />
              <span>
                <strong>{name}</strong>
                <small>{email}</small>
              </span>
            </Link>
          ))}
        </section>
      )}
      {mergedFrom.length > 0 && (
        <section className={properties.section}>
          <h2>{t('merged')}</h2>
          <ul className={classes.list}>
            {mergedFrom.map((other) => (
              <li key={other.id}>
                <RelatedTicketLink ticket={other} />
                {mayUnmerge && <UnmergeForm {...shared} ticketId={other.id} label={t('undoOf', { number: other.number })} undo={t('undo')} />}
              </li>
            ))}
          </ul>
        </section>
      )}
      {(links.length > 0 || mayLink) && (
        <section className={properties.section}>
          <h2>{t('linked')}</h2>
          {links.length > 0 && (
            <ul className={classes.list}>
              {links.map(({ kind, ticket: other }) => (
                <li key={other.id}>
                  <small className={classes.kind}>{t(`kind.${kind}`)}</small>
                  <RelatedTicketLink ticket={other} />
                  {mayLink && (
                    <ActionForm {...shared} action={unlinkTicket} hidden={{ id: ticket.id, ticketId: other.id }} className={classes.remove} label={t('unlinkOf', { number: other.number })}>
                      <button type="submit" aria-label={t('unlinkOf', { number: other.number })} title={t('unlinkOf', { number: other.number })}>
                        <IconX size={14} stroke={1.75} aria-hidden />
                      </button>
                    </ActionForm>
                  )}
                </li>
              ))}
            </ul>
          )}
          {mayLink && (
            <details className={classes.add}>
              <summary>
                <IconPlus size={14} stroke={1.75} aria-hidden />
                {t('add')}
              </summary>
              <ActionForm key={links.length} {...shared} action={linkTicket} hidden={{ id: ticket.id }} className={classes.form} label={t('add')}>
                <SelectField name="kind" label={t('thisIs')} options={LINK_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} defaultValue="related" />
                <TextField name="number" label={t('number')} inputMode="numeric" autoComplete="off" required />
                <SubmitButton variant="default">{t('link')}</SubmitButton>
              </ActionForm>
            </details>
          )}
        </section>
      )}
      {!isFinal && <Regroup {...context} />}
    </>
  );
}
