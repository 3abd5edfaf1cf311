import { EVENT_TYPES } from '@kontor/contracts/events';
import { WEBHOOK_LIMITS } from '@kontor/contracts/webhooks';
import { useTranslations } from 'next-intl';
import { ChoicesField } from '../../../../components/form/choices-field.tsx';
import { TextField } from '../../../../components/form/fields.tsx';
import type { WebhookEndpoint } from '../../../../lib/api-types.ts';

/** What an endpoint consists of. Events have the names by which programs know them. */
export function EndpointFields({ endpoint }: { endpoint?: WebhookEndpoint }) {
  const t = useTranslations('webhooks');
  return (
    <>
      <TextField name="url" type="url" label={t('url')} description={t('urlHint')} defaultValue={endpoint?.url ?? ''} maxLength={WEBHOOK_LIMITS.url} required autoComplete="off" />
      <TextField name="description" label={t('description')} defaultValue={endpoint?.description ?? ''} maxLength={WEBHOOK_LIMITS.description} autoComplete="off" />
      <ChoicesField name="types" label={t('types')} description={t('typesHint')} options={EVENT_TYPES.map((type) => ({ value: type, label: type }))} defaultValue={endpoint?.types ?? []} />
    </>
  );
}
