import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Confirm, Question } from '../../../../../../../components/question.tsx';
import { read, requirePermission } from '../../../../../../../lib/session.ts';
import { deleteConnection } from '../../../actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('webhooks'))('delete') };
}

/** Asks before a connection is deleted. */
export default async function DeleteConnectionPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [{ tenant }, connection, t] = await Promise.all([requirePermission('webhook:manage'), read('/webhook-connections/{id}', { path: { id } }), getTranslations('webhooks')]);
  return (
    <Question title={t('deleteTitle', { name: connection.name })} text={t('connection.deleteText')}>
      <Confirm action={deleteConnection} tenant={tenant.id} hidden={{ id }} confirm={t('delete')} cancel={{ href: `/settings/webhooks/connections/${id}`, label: t('cancel') }} />
    </Question>
  );
}
