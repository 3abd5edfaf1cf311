import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import { requirePermission } from '../../../../lib/session.ts';
import { createCompany } from '../actions.ts';
import { CompanyForm } from '../company-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('companies'))('new') };
}

export default async function NewCompanyPage() {
  const [session, t] = await Promise.all([requirePermission('contact:create'), getTranslations('companies')]);
  return (
    <>
      <PageHeader title={t('new')} parent={{ href: '/companies', label: t('title') }} />
      <CompanyForm action={createCompany} tenant={session.tenant.id} />
    </>
  );
}
