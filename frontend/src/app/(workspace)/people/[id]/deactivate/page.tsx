import { getTranslations } from 'next-intl/server';
import { PageHeader } from '../../../../../components/shell/page-header.tsx';
import { DeactivateQuestion } from '../../deactivate-question.tsx';

export default async function DeactivatePage({ params }: { params: Promise<{ id: string }> }) {
  const [{ id }, nav, t] = await Promise.all([params, getTranslations('nav'), getTranslations('people')]);
  return (
    <>
      <PageHeader title={t('deactivate')} parent={{ href: '/people', label: nav('people') }} isHeading={false} />
      <DeactivateQuestion id={id} />
    </>
  );
}
