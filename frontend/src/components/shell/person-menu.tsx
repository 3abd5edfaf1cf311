import { IconKeyboard, IconLogout, IconProgress, IconUserCircle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { Session } from '../../lib/api-types.ts';
import { signOut } from '../../app/(workspace)/actions.ts';
import { ActionForm } from '../form/action-form.tsx';
import { Link } from '../link.tsx';
import { Avatar } from '../marks/avatar.tsx';
import { ThemeChoice } from './theme-choice.tsx';
import { AvailabilityMenu } from './availability-menu.tsx';
import classes from './menu.module.css';

const ICON = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

/** At the foot: the person, the account, the keys and the way out. */
export function PersonMenu({ session }: { session: Session }) {
  const t = useTranslations('nav');
  const error = useTranslations('errors');
  return (
    <div>
      <button type="button" className={classes.person} popoverTarget="person" aria-label={t('personMenu', { name: session.user.name })}>
        <Avatar name={session.user.name} />
        <span className={classes.name}>{session.user.name}</span>
      </button>
      <div id="person" popover="auto" className={`${classes.menu} ${classes.above}`}>
        <p className={classes.menuTitle}>{session.user.email}</p>
        <AvailabilityMenu session={session} />
        <Link href="/account" className={classes.item}>
          <IconUserCircle {...ICON} /> {t('account')}
        </Link>
        <Link href="/operations" className={classes.item}>
          <IconProgress {...ICON} /> {t('operations')}
        </Link>
        <Link href="/keys" className={`${classes.item} with-script`} data-key="?">
          <IconKeyboard {...ICON} /> {t('keys')}
        </Link>
        <ThemeChoice session={session} />
        <ActionForm action={signOut} tenant={session.tenant.id} traceLabel={error('trace')}>
          <button type="submit" className={classes.item} data-command={t('signOut')}>
            <IconLogout {...ICON} /> {t('signOut')}
          </button>
        </ActionForm>
      </div>
    </div>
  );
}
