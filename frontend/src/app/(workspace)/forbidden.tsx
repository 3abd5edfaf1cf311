import { getTranslations } from 'next-intl/server';
import { LinkButton } from '../../components/link-button.tsx';
import { PageHeader } from '../../components/shell/page-header.tsx';
import { StatePage } from '../../components/state-page.tsx';

export default async function Forbidden() {
  const t = await getTranslations('states');
  return (
    <>
      <PageHeader title={t('forbiddenShort')} isHeading={false} />
      <StatePage title={t('forbidden')} text={t('forbiddenText')}>
        <LinkButton href="/">{t('home')}</LinkButton>
      </StatePage>
    </>
  );
}
