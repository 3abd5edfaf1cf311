import { UNSOLVED_STATUSES } from '@kontor/contracts/tickets';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RecordPage } from '../../../../components/contacts/record-page.tsx';
import { Avatar } from '../../../../components/marks/avatar.tsx';
import { Time } from '../../../../components/marks/time.tsx';
import { can, read, readWhere, requirePermission } from '../../../../lib/session.ts';
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
    readWhere('ticket:read', '/contacts/{id}/timeline', { path: { id }, query: { limit: 30, cursor: before } }),
    readWhere('ticket:read', '/tickets', { query: { requester: id, status: [...UNSOLVED_STATUSES], sort: '-updatedAt', limit: 5, count: true } }),
    read('/contacts/{id}/duplicates', { path: { id } }),
    read('/contacts', { query: { mergedInto: id, limit: 10 } }),
    getTranslations('contacts'),
    getTranslations('nav'),
  ]);
  return (
    <RecordPage
      name={contact.name}
      parent={{ href: '/contacts', label: nav('contacts') }}
      here={`/contacts/${id}`}
      edit={can(session, 'contact:update') && contact.archivedAt === null && t('editShort')}
      avatar={<Avatar name={contact.name} size={44} />}
      about={t.rich('since', { time: () => <Time at={contact.createdAt} isProse /> })}
      banner={<ContactBanner contact={contact} session={session} />}
      activity={activity}
      isEarlier={before !== undefined}
      side={<ContactSide contact={contact} session={session} tickets={tickets} duplicates={duplicates.items} merged={merged.items} />}
    />
  );
}
