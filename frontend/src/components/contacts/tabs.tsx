import { useTranslations } from 'next-intl';
import { Link } from '../link.tsx';
import classes from './contacts.module.css';

const TABS = { people: '/contacts', companies: '/companies', duplicates: '/contacts/duplicates' } as const;

/** The lists there are of the people outside. */
export function ContactTabs({ here }: { here: keyof typeof TABS }) {
  const t = useTranslations('contacts.tabs');
  return (
    <nav className={classes.tabs} aria-label={t('label')}>
      {(Object.keys(TABS) as (keyof typeof TABS)[]).map((tab) => (
        <Link key={tab} href={TABS[tab]} className={classes.tab} {...(tab === here && { 'aria-current': 'page' })}>
          {t(tab)}
        </Link>
      ))}
    </nav>
  );
}
