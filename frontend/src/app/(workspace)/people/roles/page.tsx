import { hasPermission, PERMISSIONS, ROLES } from '@kontor/contracts/permissions';
import { IconCheck } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import { requirePermission } from '../../../../lib/session.ts';
import { Sections } from '../sections.tsx';
import classes from '../people.module.css';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('section.roles') };
}

/** What each role may do, from the table that the backend decides by. */
export default async function RolesPage() {
  const [session, nav, t, may] = await Promise.all([
    requirePermission('member:read'),
    getTranslations('nav'),
    getTranslations('people'),
    getTranslations('people.may'),
  ]);
  return (
    <>
      <PageHeader title={nav('people')} />
      <Sections session={session} here="roles" />
      <p className={classes.lead}>{t('rolesLead')}</p>
      <div className={classes.scroll} role="region" aria-label={t('section.roles')} tabIndex={0}>
        <table className={classes.matrix}>
          <thead>
            <tr>
              <th scope="col">{t('permission')}</th>
              {ROLES.map((role) => (
                <th key={role} scope="col">
                  {t(`role.${role}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {PERMISSIONS.map((permission) => (
              <tr key={permission}>
                <th scope="row">{may(permission)}</th>
                {ROLES.map((role) => (
                  <td key={role}>
                    {hasPermission(role, permission) ? (
                      <>
                        <IconCheck size={16} stroke={1.9} aria-hidden />
                        <span className="visually-hidden">{t('yes')}</span>
                      </>
                    ) : (
                      <span className={classes.no}>
                        <span aria-hidden>–</span>
                        <span className="visually-hidden">{t('no')}</span>
                      </span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
