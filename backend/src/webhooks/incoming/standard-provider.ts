import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { Database } from '../../platform/database/database.ts';
import { checkedBody } from '../../platform/http/checked.ts';
import { Conflict, Invalid } from '../../platform/http/problems.ts';
import { ConversationService } from '../../tickets/conversation.service.ts';
import { TicketsService } from '../../tickets/tickets.service.ts';
import { MessageReceivedDto } from './message-received.dto.ts';
import { SET_THREAD, THREAD } from './receiving.queries.ts';
import { WebhookProviders, type SentHeaders, type WebhookProvider } from './webhook-providers.ts';

/**
 * Any program that signs by Standard Webhooks 1.0: `message_received` is the first message of a ticket, or where its thread
 * is known, an answer on that one.
 */
@Injectable()
export class StandardProvider implements WebhookProvider, OnModuleInit {
  constructor(
    private readonly providers: WebhookProviders,
    private readonly database: Database,
    private readonly tickets: TicketsService,
    private readonly conversation: ConversationService,
  ) {}

  onModuleInit(): void {
    this.providers.register('standard', this);
  }

  verify(body: Buffer, headers: SentHeaders, secrets: readonly string[]): string | undefined {
    const id = headers['webhook-id'];
    return typeof id === 'string' && secrets.some((secret) => isSigned(secret, body, headers)) ? id : undefined;
  }

  async receive(connectionId: string, message: unknown): Promise<{ ticketId: string }> {
    const { thread, from, subject, body, priority, tags } = await checked(message);
    const known = await this.database.one(THREAD, [connectionId, thread]);
    if (known && (await this.#answers(known.ticketId, from, body))) return known;
    const ticket = await this.tickets.create({ subject: subject ?? thread, requester: from, body, ...(priority && { priority }), ...(tags && { tags }) });
    await this.database.query(SET_THREAD, [connectionId, thread, ticket.id]);
    return { ticketId: ticket.id };
  }

  /** False where the ticket is history: then the thread begins anew. */
  async #answers(ticketId: string, from: MessageReceivedDto['from'], body: string): Promise<boolean> {
    try {
      await this.conversation.hear(ticketId, from, body);
      return true;
    } catch (error) {
      if (error instanceof Conflict && error.code === 'ILLEGAL_TRANSITION') return false;
      throw error;
    }
  }
}

function isSigned(secret: string, body: Buffer, headers: SentHeaders): boolean {
  try {
    new Webhook(secret).verify(body, headers as Record<string, string>, { jsonParse: false });
    return true;
  } catch (error) {
    if (error instanceof WebhookVerificationError) return false;
    throw error;
  }
}

async function checked(message: unknown): Promise<MessageReceivedDto> {
  const { type, data } = (message ?? {}) as { type?: unknown; data?: unknown };
  if (type !== 'message_received') throw Invalid.field('/type', 'INVALID_VALUE', 'Must be message_received.');
  if (typeof data !== 'object' || data === null) throw Invalid.field('/data', 'INVALID_TYPE', 'Must be an object.');
  return checkedBody(MessageReceivedDto, data);
}
