import { IconFileExport } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ActionForm } from '../../../../components/form/action-form.tsx';
import { SubmitButton } from '../../../../components/form/submit-button.tsx';
import type { Session } from '../../../../lib/api-types.ts';
import { can } from '../../../../lib/session.ts';
import { exportTickets } from './actions.ts';
import classes from './selection.module.css';

/** The tickets of the list as a file. */
export function ExportButton({ session, matching }: { session: Session; matching: string }) {
  const t = useTranslations('selection');
  const error = useTranslations('errors');
  if (!can(session, 'ticket:export')) return null;
  return (
    <ActionForm action={exportTickets} tenant={session.tenant.id} hidden={{ matching }} className={classes.export} traceLabel={error('trace')} label={t('export')}>
      <SubmitButton variant="default" icon={<IconFileExport size={15} stroke={1.6} aria-hidden />}>
        {t('export')}
      </SubmitButton>
    </ActionForm>
  );
}
