import { UNSOLVED_STATUSES } from '@kontor/contracts/tickets';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import classes from '../../../../components/contacts/contacts.module.css';
import { RecordPage } from '../../../../components/contacts/record-page.tsx';
import { StepForm } from '../../../../components/contacts/step-form.tsx';
import { Time } from '../../../../components/marks/time.tsx';
import { can, read, readWhere, requirePermission } from '../../../../lib/session.ts';
import { restoreCompany } from '../actions.ts';
import { CompanySide } from './company-side.tsx';

const readCompany = (id: string) => read('/companies/{id}', { path: { id } });

interface CompanyPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ before?: string }>;
}

export async function generateMetadata({ params }: CompanyPageProps): Promise<Metadata> {
  return { title: (await readCompany((await params).id)).name };
}

export default async function CompanyPage({ params, searchParams }: CompanyPageProps) {
  const [{ id }, { before }] = await Promise.all([params, searchParams]);
  const [session, company, activity, contacts, tickets, t] = await Promise.all([
    requirePermission('contact:read'),
    readCompany(id),
    readWhere('ticket:read', '/companies/{id}/timeline', { path: { id }, query: { limit: 30, cursor: before } }),
    read('/contacts', { query: { company: id, sort: 'name', limit: 20 } }),
    readWhere('ticket:read', '/tickets', { query: { company: id, status: [...UNSOLVED_STATUSES], sort: '-updatedAt', limit: 5, count: true } }),
    getTranslations('companies'),
  ]);
  const isLive = company.archivedAt === null;
  const banner = !isLive && (
    <div className={classes.banner} role="note">
      <span>{t('isArchived')}</span>
      {can(session, 'contact:archive') && (
        <StepForm action={restoreCompany} tenant={session.tenant.id} id={id}>
          {t('restore')}
        </StepForm>
      )}
    </div>
  );
  return (
    <RecordPage
      name={company.name}
      parent={{ href: '/companies', label: t('title') }}
      here={`/companies/${id}`}
      edit={can(session, 'contact:update') && isLive && t('editShort')}
      about={t.rich('since', { time: () => <Time at={company.createdAt} isProse /> })}
      banner={banner}
      activity={activity}
      isEarlier={before !== undefined}
      side={<CompanySide company={company} session={session} contacts={contacts.items} tickets={tickets} />}
    />
  );
}
