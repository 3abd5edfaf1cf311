import { Injectable } from '@nestjs/common';
import type { WebhookProviderName } from '@kontor/contracts/webhooks';

export type SentHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** How one kind of sender proves itself, and what is done with what it sends. */
export interface WebhookProvider {
  /** The sender's own id of the message, where one of the secrets signed it; undefined where none did. Compared in constant time. */
  verify(body: Buffer, headers: SentHeaders, secrets: readonly string[]): string | undefined;
  /** Works on a message, as the owner of the connection and in one transaction. Answers the ticket that it belongs to. @throws ProblemError for what it does not take */
  receive(connectionId: string, message: unknown): Promise<{ ticketId: string | null }>;
}

/** Features offer the senders that they understand. */
@Injectable()
export class WebhookProviders {
  readonly #providers = new Map<string, WebhookProvider>();

  register(name: WebhookProviderName, provider: WebhookProvider): void {
    this.#providers.set(name, provider);
  }

  get(name: string): WebhookProvider | undefined {
    return this.#providers.get(name);
  }
}
