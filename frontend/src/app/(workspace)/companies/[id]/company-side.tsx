import { useTranslations } from 'next-intl';
import classes from '../../../../components/contacts/contacts.module.css';
import { TicketList } from '../../../../components/contacts/ticket-list.tsx';
import { LinkButton } from '../../../../components/link-button.tsx';
import { Link } from '../../../../components/link.tsx';
import type { Company, Contact, Session, TicketPage } from '../../../../lib/api-types.ts';
import { can } from '../../../../lib/session.ts';

interface CompanySideProps {
  company: Company;
  session: Session;
  /** The first of them. */
  contacts: readonly Contact[];
  tickets: TicketPage | undefined;
}

/** What a company is and who belongs to it, beside what happened. */
export function CompanySide({ company, session, contacts, tickets }: CompanySideProps) {
  const t = useTranslations('companies');
  const { id, name, domain, note, archivedAt } = company;
  const isLive = archivedAt === null;
  return (
    <aside className={classes.side} aria-label={t('details')}>
      <dl className={classes.facts}>
        <dt>{t('domain')}</dt>
        <dd>{domain ?? '–'}</dd>
        <dt>{t('note')}</dt>
        <dd dir="auto">{note ?? '–'}</dd>
      </dl>
      <section>
        <h2>{t('people', { count: company.contacts })}</h2>
        <ul className={classes.list}>
          {contacts.map((contact) => (
            <li key={contact.id}>
              <Link href={`/contacts/${contact.id}`} className={classes.name}>
                {contact.name}
              </Link>
              <span className={classes.quiet}>{contact.phone}</span>
            </li>
          ))}
          {isLive && can(session, 'contact:create') && (
            <li>
              <Link href={`/contacts/new?company=${encodeURIComponent(name)}`} className={classes.link}>
                {t('addContact')}
              </Link>
            </li>
          )}
        </ul>
      </section>
      {tickets && <TicketList tickets={tickets} href={`/tickets?company=${id}`} />}
      {isLive && can(session, 'contact:archive') && (
        <div className={classes.steps}>
          <LinkButton href={`/companies/${id}/archive`}>{t('archive')}</LinkButton>
        </div>
      )}
    </aside>
  );
}
