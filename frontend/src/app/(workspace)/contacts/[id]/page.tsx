import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Avatar } from '../../../../components/marks/avatar.tsx';
import { Time } from '../../../../components/marks/time.tsx';
import page from '../../../../components/page.module.css';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import type { Session, TicketPage } from '../../../../lib/api-types.ts';
import { can, read, requirePermission } from '../../../../lib/session.ts';
import { TicketBlock } from '../../home/ticket-block.tsx';
import classes from './contact.module.css';

const readContact = (id: string) => read('/contacts/{id}', { path: { id } });

/** Asked for beside the contact, whose id is known; a reader without tickets waits for nothing. */
async function readTickets(requester: string, session: Promise<Session>): Promise<TicketPage | null> {
  if (!can(await session, 'ticket:read')) return null;
  return read('/tickets', { query: { requester, sort: '-updatedAt', limit: 25, count: true } });
}

interface ContactPageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: ContactPageProps): Promise<Metadata> {
  return { title: (await readContact((await params).id)).name };
}

export default async function ContactPage({ params }: ContactPageProps) {
  const { id } = await params;
  const session = requirePermission('contact:read');
  const [contact, tickets, t, nav] = await Promise.all([
    readContact(id),
    readTickets(id, session),
    getTranslations('contacts'),
    getTranslations('nav'),
  ]);
  return (
    <>
      <PageHeader title={contact.name} parent={{ href: '/contacts', label: nav('contacts') }} isHeading={false} />
      <div className={page.narrow}>
        <header className={classes.head}>
          <Avatar name={contact.name} size={44} />
          <div>
            <h1>{contact.name}</h1>
            <p className={classes.ways}>
              {contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
              {contact.phone && <a href={`tel:${contact.phone}`}>{contact.phone}</a>}
              <span>
                {t('since')} <Time at={contact.createdAt} isProse />
              </span>
            </p>
          </div>
        </header>
        {tickets && (
          <TicketBlock
            title={t('tickets')}
            href={`/tickets?requester=${contact.id}`}
            tickets={tickets.items}
            count={tickets.count}
            empty={t('noTickets')}
          />
        )}
      </div>
    </>
  );
}
