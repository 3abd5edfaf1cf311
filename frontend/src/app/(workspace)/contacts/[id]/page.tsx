import { UNSOLVED_STATUSES } from '@kontor/contracts/tickets';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActivityList } from '../../../../components/contacts/activity-list.tsx';
import classes from '../../../../components/contacts/contacts.module.css';
import { LinkButton } from '../../../../components/link-button.tsx';
import { Avatar } from '../../../../components/marks/avatar.tsx';
import { Time } from '../../../../components/marks/time.tsx';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import { can, read, requirePermission } from '../../../../lib/session.ts';
import { ContactBanner } from './contact-banner.tsx';
import { ContactSide } from './contact-side.tsx';

const readContact = (id: string) => read('/contacts/{id}', { path: { id } });

interface ContactPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ before?: string }>;
}

export async function generateMetadata({ params }: ContactPageProps): Promise<Metadata> {
  return { title: (await readContact((await params).id)).name };
}

export default async function ContactPage({ params, searchParams }: ContactPageProps) {
  const [{ id }, { before }] = await Promise.all([params, searchParams]);
  const [session, contact, activity, tickets, duplicates, merged, t, nav] = await Promise.all([
    requirePermission('contact:read'),
    readContact(id),
    read('/contacts/{id}/timeline', { path: { id }, query: { limit: 30, cursor: before } }),
    read('/tickets', { query: { requester: id, status: [...UNSOLVED_STATUSES], sort: '-updatedAt', limit: 5, count: true } }),
    read('/contacts/{id}/duplicates', { path: { id } }),
    read('/contacts', { query: { mergedInto: id, limit: 10 } }),
    getTranslations('contacts'),
    getTranslations('nav'),
  ]);
  return (
    <>
      <PageHeader title={contact.name} parent={{ href: '/contacts', label: nav('contacts') }} isHeading={false}>
        {can(session, 'contact:update') && contact.archivedAt === null && (
          <LinkButton href={`/contacts/${id}/edit`} shortcut="e">
            {t('editShort')}
          </LinkButton>
        )}
      </PageHeader>
      <div className={classes.record}>
        <div className={classes.story}>
          <header className={classes.head}>
            <Avatar name={contact.name} size={44} />
            <div>
              <h1>{contact.name}</h1>
              <p className={classes.about}>{t.rich('since', { time: () => <Time at={contact.createdAt} isProse /> })}</p>
            </div>
          </header>
          <ContactBanner contact={contact} session={session} />
          <ActivityList activity={activity} here={`/contacts/${id}`} isEarlier={before !== undefined} />
        </div>
        <ContactSide contact={contact} session={session} tickets={tickets} duplicates={duplicates.items} merged={merged.items} />
      </div>
    </>
  );
}
