import { getTranslations } from 'next-intl/server';
import { PageHeader } from '../../../../../components/shell/page-header.tsx';
import { ArchiveCompanyQuestion } from '../../archive-question.tsx';

export default async function ArchiveCompanyPage({ params }: { params: Promise<{ id: string }> }) {
  const [{ id }, t] = await Promise.all([params, getTranslations('companies')]);
  return (
    <>
      <PageHeader title={t('archive')} parent={{ href: '/companies', label: t('title') }} isHeading={false} />
      <ArchiveCompanyQuestion id={id} />
    </>
  );
}
