import { useTranslations } from 'next-intl';
import { Link } from '../../../components/link.tsx';
import type { Session } from '../../../lib/api-types.ts';
import { can } from '../../../lib/session.ts';
import classes from './people.module.css';

type Section = 'members' | 'invitations' | 'teams' | 'roles';

const HREFS = { members: '/people', invitations: '/people/invitations', teams: '/people/teams', roles: '/people/roles' } as const;

/** The lists of the people here, with the one that is looked at. */
export function Sections({ session, here }: { session: Session; here: Section }) {
  const t = useTranslations('people');
  const shown: Section[] = can(session, 'member:invite') ? ['members', 'invitations', 'teams', 'roles'] : ['members', 'teams', 'roles'];
  return (
    <nav className={classes.sections} aria-label={t('sections')}>
      {shown.map((section) => (
        <Link key={section} href={HREFS[section]} className={classes.section} {...(section === here && { 'aria-current': 'page' })}>
          {t(`section.${section}`)}
        </Link>
      ))}
    </nav>
  );
}
