import { INCOMING_LIMITS, WEBHOOK_PROVIDERS, type WebhookProviderName } from '@kontor/contracts/webhooks';
import { OneOf, Secret, Text } from '../../platform/http/fields.ts';
import { PageQuery } from '../../platform/http/pagination.ts';

const SECRET = { min: 1, max: 100, optional: true, description: 'As the sender gave it: `whsec_` and base64 of 24 to 64 bytes. Without it one is made, for the sender to be given.' };

export class ConnectionQuery extends PageQuery {}
export class ReceiptQuery extends PageQuery {}

export class CreateConnectionDto {
  @OneOf(WEBHOOK_PROVIDERS)
  provider: WebhookProviderName;

  @Text({ max: INCOMING_LIMITS.name })
  name: string;

  @Secret(SECRET)
  secret?: string;
}

export class ChangeSecretDto {
  @Secret(SECRET)
  secret?: string;
}
