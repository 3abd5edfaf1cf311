import { getTranslations } from 'next-intl/server';
import { LinkButton } from '../components/link-button.tsx';
import { StatePage } from '../components/state-page.tsx';

export default async function NotFound() {
  const t = await getTranslations('states');
  return (
    <main>
      <StatePage title={t('notFound')} text={t('notFoundText')}>
        <LinkButton href="/">{t('home')}</LinkButton>
      </StatePage>
    </main>
  );
}
