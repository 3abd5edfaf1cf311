import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Confirm, Question } from '../../../../../../components/question.tsx';
import { read, requirePermission } from '../../../../../../lib/session.ts';
import { deleteEndpoint } from '../../actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('webhooks'))('delete') };
}

/** Asks before an endpoint is deleted. */
export default async function DeleteEndpointPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [{ tenant }, endpoint, t] = await Promise.all([requirePermission('webhook:manage'), read('/webhook-endpoints/{id}', { path: { id } }), getTranslations('webhooks')]);
  return (
    <Question title={t('deleteTitle', { name: endpoint.url })} text={t('deleteText')}>
      <Confirm action={deleteEndpoint} tenant={tenant.id} hidden={{ id }} confirm={t('delete')} cancel={{ href: `/settings/webhooks/${id}`, label: t('cancel') }} />
    </Question>
  );
}
