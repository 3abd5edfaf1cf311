import { IconCheck, IconSelector } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { Session } from '../../lib/api-types.ts';
import { switchTenant } from '../../app/(workspace)/actions.ts';
import { ActionForm } from '../form/action-form.tsx';
import classes from './menu.module.css';

function Badge({ name }: { name: string }) {
  return (
    <span className={classes.badge} aria-hidden>
      {name.charAt(0)}
    </span>
  );
}

/** The workspace, and the way to the member's other ones. */
export function WorkspaceMenu({ session }: { session: Session }) {
  const t = useTranslations('nav');
  const error = useTranslations('errors');
  const { tenant, memberships } = session;
  if (memberships.length < 2) {
    return (
      <p className={classes.workspace}>
        <Badge name={tenant.name} />
        <span className={classes.name}>{tenant.name}</span>
      </p>
    );
  }
  return (
    <>
      <button type="button" className={classes.workspace} popoverTarget="workspaces" aria-label={t('switch', { name: tenant.name })}>
        <Badge name={tenant.name} />
        <span className={classes.name}>{tenant.name}</span>
        <IconSelector size={15} stroke={1.5} aria-hidden className={classes.end} />
      </button>
      <div id="workspaces" popover="auto" className={`${classes.menu} ${classes.below}`}>
        <p className={classes.menuTitle}>{t('workspaces')}</p>
        {memberships.map((membership) => (
          <ActionForm
            key={membership.tenant.id}
            action={switchTenant}
            tenant={tenant.id}
            hidden={{ tenantId: membership.tenant.id }}
            traceLabel={error('trace')}
          >
            <button
              type="submit"
              className={classes.item}
              {...(membership.tenant.id === tenant.id ? { 'aria-current': true } : { 'data-command': t('switchTo', { name: membership.tenant.name }) })}
            >
              <Badge name={membership.tenant.name} />
              <span className={classes.name}>{membership.tenant.name}</span>
              {membership.tenant.id === tenant.id && <IconCheck size={16} stroke={1.75} aria-hidden className={classes.end} />}
            </button>
          </ActionForm>
        ))}
      </div>
    </>
  );
}
