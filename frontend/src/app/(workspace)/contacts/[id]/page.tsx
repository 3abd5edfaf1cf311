import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { Avatar } from '../../../../components/marks/avatar.tsx';
import { Time } from '../../../../components/marks/time.tsx';
import page from '../../../../components/page.module.css';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import type { Contact, List, Ticket } from '../../../../lib/api-types.ts';
import { can, read, requirePermission } from '../../../../lib/session.ts';
import { TicketBlock } from '../../home/ticket-block.tsx';
import classes from './contact.module.css';

/** Asked for once, for the title and for the page. */
const readContact = cache((id: string) => read<Contact>(`/contacts/${encodeURIComponent(id)}`));

interface ContactPageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: ContactPageProps): Promise<Metadata> {
  return { title: (await readContact((await params).id)).name };
}

export default async function ContactPage({ params }: ContactPageProps) {
  const { id } = await params;
  const [session, contact, t, nav] = await Promise.all([
    requirePermission('contact:read'),
    readContact(id),
    getTranslations('contacts'),
    getTranslations('nav'),
  ]);
  const tickets = can(session, 'ticket:read')
    ? await read<List<Ticket>>('/tickets', { requester: contact.id, sort: '-updatedAt', limit: '25', count: 'true' })
    : null;
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
          <TicketBlock title={t('tickets')} href={`/tickets?requester=${contact.id}`} list={tickets} empty={t('noTickets')} />
        )}
      </div>
    </>
  );
}
