import { CHANNEL_NAMES, CHANNELS } from '@kontor/contracts/events';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LiveProvider } from '../../components/live/live-provider.tsx';
import { SwitchedNotice } from '../../components/live/switched-notice.tsx';
import { Keyboard } from '../../components/shell/keyboard.tsx';
import { paletteOptions } from '../../components/shell/palette-options.ts';
import { Progress } from '../../components/shell/progress.tsx';
import { Sidebar } from '../../components/shell/sidebar.tsx';
import classes from '../../components/shell/shell.module.css';
import { can, requireSession } from '../../lib/session.ts';
import { getSettings } from '../../lib/settings.ts';

/** Around every page of a signed-in member: the side, the live connection, the keys. */
export default async function WorkspaceLayout({ children, dialog }: { children: ReactNode; dialog: ReactNode }) {
  const [session, t] = await Promise.all([requireSession(), getTranslations('shell')]);
  const palette = await paletteOptions(session);
  const settings = getSettings();
  const channels = CHANNEL_NAMES.filter((name) => can(session, CHANNELS[name].read));
  return (
    <LiveProvider
      gateway={settings.gatewayUrl.origin}
      tenantId={session.tenant.id}
      userId={session.user.id}
      channels={channels}
    >
      <a href="#content" className={classes.skip}>
        {t('skip')}
      </a>
      <div className={classes.shell}>
        {/* Its forms stay through a switch of this very tab and then belong to the new workspace. */}
        <Sidebar key={session.tenant.id} session={session} />
        <main id="content" className={classes.main}>
          {settings.insecureHttp && <p className={classes.banner}>{t('insecure')}</p>}
          <SwitchedNotice text={t('switched', { name: session.tenant.name })} reload={t('leave')} />
          {children}
        </main>
      </div>
      {dialog}
      <Keyboard palette={palette} />
      <Progress />
    </LiveProvider>
  );
}
