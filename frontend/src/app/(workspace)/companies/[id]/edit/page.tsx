import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '../../../../../components/shell/page-header.tsx';
import { read, requirePermission } from '../../../../../lib/session.ts';
import { updateCompany } from '../../actions.ts';
import { CompanyForm } from '../../company-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('companies'))('edit') };
}

export default async function EditCompanyPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [session, company, t] = await Promise.all([requirePermission('contact:update'), read('/companies/{id}', { path: { id } }), getTranslations('companies')]);
  return (
    <>
      <PageHeader title={t('edit')} parent={{ href: `/companies/${id}`, label: company.name }} />
      <CompanyForm action={updateCompany} tenant={session.tenant.id} company={company} />
    </>
  );
}
