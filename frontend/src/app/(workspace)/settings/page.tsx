import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { read, requirePermission } from '../../../lib/session.ts';
import classes from './settings.module.css';
import { WorkspaceForm } from './workspace-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('settings') };
}

export default async function SettingsPage() {
  const [session, workspace, t] = await Promise.all([requirePermission('tenant:read'), read('/workspace'), getTranslations('settings')]);
  return (
    <>
      <h1 className={classes.title}>{t('section.workspace')}</h1>
      <WorkspaceForm session={session} workspace={workspace} />
    </>
  );
}
