import { getTranslations } from 'next-intl/server';
import { Confirm, Question } from '../../../../components/question.tsx';
import { read, requirePermission } from '../../../../lib/session.ts';
import { revokeApiKey } from './actions.ts';

/** Asks before a key is ended. */
export async function RevokeQuestion({ id }: { id: string }) {
  const [{ tenant }, key, t] = await Promise.all([requirePermission('tenant:read'), read('/api-keys/{id}', { path: { id } }), getTranslations('apiKeys')]);
  return (
    <Question title={t('revokeTitle', { name: key.name })} text={t('revokeText')}>
      <Confirm action={revokeApiKey} tenant={tenant.id} hidden={{ id }} confirm={t('revoke')} cancel={{ href: '/settings/api-keys', label: t('cancel') }} />
    </Question>
  );
}
