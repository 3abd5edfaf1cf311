import { Injectable, type OnModuleInit } from '@nestjs/common';
import { INCOMING_LIMITS } from '@kontor/contracts/webhooks';
import { AsMember } from '../../platform/access/as-member.ts';
import { Clock } from '../../platform/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { Invalid, NotFound, ProblemError } from '../../platform/http/problems.ts';
import { Jobs, type Job } from '../../platform/jobs/jobs.ts';
import { reportError } from '../../platform/telemetry/report-error.ts';
import { forgetLater } from '../deliveries/forgetting.ts';
import { RECEIVE_JOB } from '../jobs.ts';
import { isSecret, WebhookSecrets } from '../secrets.ts';
import { CLOSE_RECEIPT, KNOCK, ONE_BY_ONE, TAKE, WAITING } from './receiving.queries.ts';
import { WebhookProviders, type SentHeaders } from './webhook-providers.ts';

interface ReceiveIds {
  receiptId: string;
  [key: string]: string | number;
}

/** Takes what others send: proven and written down at once, worked on by a job. */
@Injectable()
export class ReceivingService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly secrets: WebhookSecrets,
    private readonly providers: WebhookProviders,
    private readonly members: AsMember,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register<ReceiveIds>(RECEIVE_JOB, { run: ({ receiptId }, { tenantId }: Job) => this.#work(receiptId, tenantId!), atOnce: 2 });
  }

  /** What has come already is taken as read. @throws NotFound, ProblemError SIGNATURE_INVALID, UNAVAILABLE where the connection has no secret that proves anything */
  async take(providerName: string, connectionId: string, body: Buffer, headers: SentHeaders): Promise<void> {
    const [known] = await this.database.gate(KNOCK, [connectionId]);
    const provider = this.providers.get(providerName);
    if (known?.provider !== providerName || !provider) throw new NotFound('There is no such connection.');
    const isOverlap = known.previousUntil !== null && Date.parse(known.previousUntil) > this.clock.now().getTime();
    const messageId = provider.verify(body, headers, this.#opened(connectionId, [known.secret, ...(isOverlap ? [known.previousSecret!] : [])]));
    if (messageId === undefined) throw new ProblemError('SIGNATURE_INVALID', 'The message is not signed by the secret of this connection, or not now.');
    if (messageId.length > INCOMING_LIMITS.messageId) throw Invalid.field('webhook-id', 'TOO_LONG', `Has more than ${INCOMING_LIMITS.messageId} characters.`);
    await this.database.run({ scope: { tenantId: known.tenantId, userId: null } }, async () => {
      const taken = await this.database.one(TAKE, [connectionId, messageId, body, this.clock.now()]);
      if (!taken) return;
      await this.jobs.enqueue(RECEIVE_JOB, { receiptId: taken.id });
      await forgetLater(this.jobs, this.clock);
    });
  }

  #opened(connectionId: string, sealed: Buffer[]): string[] {
    try {
      const secrets = sealed.map((one) => this.secrets.open(connectionId, one));
      if (secrets.every(isSecret)) return secrets;
      throw new Error('The secret of a webhook connection is too short.');
    } catch (error) {
      reportError(error, { category: 'webhook', severity: 'error', context: { connectionId } });
      throw new ProblemError('UNAVAILABLE', 'The connection is not set up: it has no secret that proves anything.');
    }
  }

  async #work(receiptId: string, tenantId: string): Promise<void> {
    const waiting = await this.database.step(() => this.database.one(WAITING, [receiptId]));
    if (!waiting) return;
    const { connectionId, provider, ownerId, body } = waiting;
    try {
      const message = parsed(body);
      await this.members.run({ tenantId, userId: ownerId }, async () => {
        await this.database.query(ONE_BY_ONE, [connectionId]);
        const { ticketId } = await this.providers.get(provider)!.receive(connectionId, message);
        const closed = await this.database.one(CLOSE_RECEIPT, [receiptId, 'done', ticketId, null]);
        // Another worker was faster: what was done here is taken back.
        if (!closed) throw new AlreadyDone();
      });
    } catch (error) {
      if (error instanceof AlreadyDone) return;
      if (!(error instanceof ProblemError)) throw error;
      await this.database.step(() => this.database.query(CLOSE_RECEIPT, [receiptId, 'refused', null, told(error)]));
    }
  }
}

class AlreadyDone extends Error {}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new ProblemError('MALFORMED_REQUEST', 'The message is not JSON.');
  }
}

function told({ code, message, extras }: ProblemError): string {
  const fields = extras.errors?.map((field) => `${field.pointer}: ${field.message}`).join(' ');
  return `${code}: ${fields ?? message}`.slice(0, 500);
}
