import { IconFileExport, IconFileImport } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ActionForm } from '../../../../components/form/action-form.tsx';
import { SubmitButton } from '../../../../components/form/submit-button.tsx';
import { LinkButton } from '../../../../components/link-button.tsx';
import type { Session } from '../../../../lib/api-types.ts';
import { can } from '../../../../lib/session.ts';
import { exportContacts } from './actions.ts';
import classes from './import.module.css';

const ICON = { size: 15, stroke: 1.6, 'aria-hidden': true } as const;

/** Contacts out of a file, and into one. */
export function ContactsFile({ session, matching }: { session: Session; matching: string }) {
  const t = useTranslations('import');
  const error = useTranslations('errors');
  return (
    <>
      {can(session, 'contact:import') && (
        <span className={classes.export}>
          <LinkButton href="/contacts/import" icon={<IconFileImport {...ICON} />}>
            {t('open')}
          </LinkButton>
        </span>
      )}
      {can(session, 'contact:export') && (
        <ActionForm action={exportContacts} tenant={session.tenant.id} hidden={{ matching }} className={classes.export} traceLabel={error('trace')} label={t('export')}>
          <SubmitButton variant="default" icon={<IconFileExport {...ICON} />}>
            {t('export')}
          </SubmitButton>
        </ActionForm>
      )}
    </>
  );
}
