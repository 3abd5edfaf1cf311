import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PageHeader } from '../../../components/shell/page-header.tsx';
import { can, requirePermission } from '../../../lib/session.ts';
import { SECTIONS } from './sections.ts';
import { SectionLink } from './section-link.tsx';
import classes from './settings.module.css';

/** Around every page of the settings: their links, and beside them the page with a heading of its own. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const [session, nav, t] = await Promise.all([requirePermission('tenant:read'), getTranslations('nav'), getTranslations('settings')]);
  const sections = SECTIONS.filter(({ permission }) => can(session, permission));
  return (
    <>
      <PageHeader title={nav('settings')} isHeading={false} />
      <div className={classes.frame}>
        <nav aria-label={nav('settings')} className={classes.sections}>
          {sections.map(({ href, label }) => (
            <SectionLink key={href} href={href} isFirst={href === '/settings'}>
              {t(`section.${label}`)}
            </SectionLink>
          ))}
        </nav>
        <div className={classes.content}>{children}</div>
      </div>
    </>
  );
}
