import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '../../../../../components/shell/page-header.tsx';
import { read, requirePermission } from '../../../../../lib/session.ts';
import { updateContact } from '../../actions.ts';
import { ContactForm } from '../../contact-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('contacts'))('edit') };
}

export default async function EditContactPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [session, contact, t] = await Promise.all([requirePermission('contact:update'), read('/contacts/{id}', { path: { id } }), getTranslations('contacts')]);
  return (
    <>
      <PageHeader title={t('edit')} parent={{ href: `/contacts/${id}`, label: contact.name }} />
      <ContactForm action={updateContact} tenant={session.tenant.id} contact={contact} />
    </>
  );
}
