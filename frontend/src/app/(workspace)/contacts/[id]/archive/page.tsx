import { getTranslations } from 'next-intl/server';
import { PageHeader } from '../../../../../components/shell/page-header.tsx';
import { ArchiveContactQuestion } from '../../archive-question.tsx';

export default async function ArchiveContactPage({ params }: { params: Promise<{ id: string }> }) {
  const [{ id }, nav, t] = await Promise.all([params, getTranslations('nav'), getTranslations('contacts')]);
  return (
    <>
      <PageHeader title={t('archive')} parent={{ href: '/contacts', label: nav('contacts') }} isHeading={false} />
      <ArchiveContactQuestion id={id} />
    </>
  );
}
