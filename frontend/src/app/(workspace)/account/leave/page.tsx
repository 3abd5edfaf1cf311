import { getTranslations } from 'next-intl/server';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import { LeaveQuestion } from '../leave-question.tsx';

export default async function LeavePage() {
  const [nav, t] = await Promise.all([getTranslations('nav'), getTranslations('account')]);
  return (
    <>
      <PageHeader title={t('leave')} parent={{ href: '/account', label: nav('account') }} isHeading={false} />
      <LeaveQuestion />
    </>
  );
}
