import { useTranslations } from 'next-intl';
import classes from '../../../../components/contacts/contacts.module.css';
import { TicketList } from '../../../../components/contacts/ticket-list.tsx';
import { LinkButton } from '../../../../components/link-button.tsx';
import { Link } from '../../../../components/link.tsx';
import type { Contact, Duplicate, Session, TicketPage } from '../../../../lib/api-types.ts';
import { can } from '../../../../lib/session.ts';
import { ContactFacts } from './contact-facts.tsx';

interface ContactSideProps {
  contact: Contact;
  session: Session;
  tickets: TicketPage | undefined;
  duplicates: readonly Duplicate[];
  /** Those that have become part of the contact. */
  merged: readonly Contact[];
}

/** What a contact is, beside what happened. */
export function ContactSide({ contact, session, tickets, duplicates, merged }: ContactSideProps) {
  const t = useTranslations('contacts');
  const { id, archivedAt } = contact;
  const isLive = archivedAt === null;
  return (
    <aside className={classes.side} aria-label={t('details')}>
      <ContactFacts contact={contact} />
      {tickets && <TicketList tickets={tickets} href={`/tickets?requester=${id}`} />}
      {isLive && duplicates.length > 0 && can(session, 'contact:merge') && (
        <section>
          <h2>{t('maybeSame')}</h2>
          <ul className={classes.list}>
            {duplicates.map(({ other, reason }) => (
              <li key={other.id}>
                <Link href={`/contacts/${id}/merge?with=${other.id}`} className={classes.name}>
                  {other.name}
                </Link>
                <span className={classes.quiet}>{t(`reason.${reason}`)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {merged.length > 0 && (
        <section>
          <h2>{t('merged')}</h2>
          <ul className={classes.list}>
            {merged.map((source) => (
              <li key={source.id}>
                <Link href={`/contacts/${source.id}`} className={classes.name}>
                  {source.name}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {isLive && (
        <div className={classes.steps}>
          {can(session, 'contact:merge') && <LinkButton href={`/contacts/${id}/merge`}>{t('merge')}</LinkButton>}
          {can(session, 'contact:archive') && <LinkButton href={`/contacts/${id}/archive`}>{t('archive')}</LinkButton>}
        </div>
      )}
    </aside>
  );
}
