import { IconFileExport, IconFileImport } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ActionForm } from '../../../../components/form/action-form.tsx';
import { SubmitButton } from '../../../../components/form/submit-button.tsx';
import { LinkButton } from '../../../../components/link-button.tsx';
import { HeaderMenu } from '../../../../components/shell/header-menu.tsx';
import type { Session } from '../../../../lib/api-types.ts';
import { can } from '../../../../lib/session.ts';
import { exportContacts } from './actions.ts';

const ICON = { size: 15, stroke: 1.6, 'aria-hidden': true } as const;

/** Contacts out of a file, and into one. */
export function ContactsFile({ session, matching }: { session: Session; matching: string }) {
  const t = useTranslations('import');
  const error = useTranslations('errors');
  const mayImport = can(session, 'contact:import');
  const mayExport = can(session, 'contact:export');
  if (!mayImport && !mayExport) return null;
  return (
    <HeaderMenu>
      {mayImport && (
        <LinkButton href="/contacts/import" icon={<IconFileImport {...ICON} />}>
          {t('open')}
        </LinkButton>
      )}
      {mayExport && (
        <ActionForm action={exportContacts} tenant={session.tenant.id} hidden={{ matching }} traceLabel={error('trace')} label={t('export')}>
          <SubmitButton variant="default" icon={<IconFileExport {...ICON} />}>
            {t('export')}
          </SubmitButton>
        </ActionForm>
      )}
    </HeaderMenu>
  );
}
