import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import { requirePermission } from '../../../../lib/session.ts';
import { createContact } from '../actions.ts';
import { ContactForm } from '../contact-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('contacts'))('new') };
}

export default async function NewContactPage({ searchParams }: { searchParams: Promise<{ company?: string }> }) {
  const [{ company = '' }, session, t, nav] = await Promise.all([
    searchParams,
    requirePermission('contact:create'),
    getTranslations('contacts'),
    getTranslations('nav'),
  ]);
  return (
    <>
      <PageHeader title={t('new')} parent={{ href: '/contacts', label: nav('contacts') }} />
      <ContactForm action={createContact} tenant={session.tenant.id} company={company} />
    </>
  );
}
