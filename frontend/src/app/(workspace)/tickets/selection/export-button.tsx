import { IconFileExport } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ActionForm } from '../../../../components/form/action-form.tsx';
import { SubmitButton } from '../../../../components/form/submit-button.tsx';
import { exportTickets } from './actions.ts';

/** The tickets of the list as a file. */
export function ExportButton({ tenant, matching }: { tenant: string; matching: string }) {
  const t = useTranslations('selection');
  const error = useTranslations('errors');
  return (
    <ActionForm action={exportTickets} tenant={tenant} hidden={{ matching }} traceLabel={error('trace')} label={t('export')}>
      <SubmitButton variant="default" icon={<IconFileExport size={15} stroke={1.6} aria-hidden />}>
        {t('export')}
      </SubmitButton>
    </ActionForm>
  );
}
