import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AUDITED_EVENTS, SECURITY_DECISIONS, type AuditAction, type AuditActor } from '@kontor/contracts/audit';
import { SecurityDecisions, type SecurityDecision } from '../access/security-decisions.ts';
import { currentContext } from '../context.ts';
import type { UnitOfWork } from '../database/unit-of-work.ts';
import { currentEventActor, Events, type NewEvent } from '../events/events.ts';
import { RECORD, type NewAuditEntry } from './audit-entry.ts';
import { CountedEntries } from './counted-entries.ts';

/** Of what an event carries, what tells later which thing it was and what became of it. Never a secret: events carry none. */
const TOLD = ['name', 'label', 'email', 'role', 'ticketVisibility', 'status', 'timeZone', 'locale', 'requiresSecondFactor', 'mailsReplies', 'kind', 'scopes', 'expiresAt'];
/** Characters of one detail. */
const LONGEST = 200;
const EMAIL = /^[^\s@]+@[^\s@]+$/;

/**
 * Hears of events and of decisions about access; nobody calls it. What is written with a transaction is in the audit
 * where that commits, and only there; what has none was refused or only read, and is counted.
 */
@Injectable()
export class AuditRecorder implements OnModuleInit {
  readonly #written = new WeakMap<UnitOfWork, NewAuditEntry[]>();

  constructor(
    private readonly events: Events,
    private readonly decisions: SecurityDecisions,
    private readonly counted: CountedEntries,
  ) {}

  onModuleInit(): void {
    this.events.listen((event) => this.#onEvent(event));
    this.decisions.listen((decision) => this.#onDecision(decision));
  }

  #onEvent({ type, data, actor, isRoutine }: NewEvent): void {
    const subjectType = (AUDITED_EVENTS as Partial<Record<string, NewAuditEntry['subject_type']>>)[type];
    if (!subjectType || isRoutine) return;
    const subjectId = (data as { id?: unknown }).id;
    this.#record({
      ...from(type as AuditAction, actor ?? currentEventActor()),
      subject_type: subjectType,
      subject_id: typeof subjectId === 'string' ? subjectId : null,
      details: { ...detailsOf(data), ...keyOf() },
    });
  }

  #onDecision({ action, userId, tenantId, everywhere, account, subjectId, details = {} }: SecurityDecision): void {
    const { actor } = currentContext();
    const actorId = userId ?? actor?.userId;
    this.#record({
      ...from(action, actorId === undefined ? { type: 'unknown', id: null } : { type: 'user', id: actorId }),
      tenant_id: tenantId ?? actor?.tenantId,
      everywhere,
      // What is no character could not be written.
      account: account?.toWellFormed(),
      subject_type: SECURITY_DECISIONS[action],
      subject_id: subjectId ?? null,
      // Some type their password where the address belongs.
      details: { ...details, ...(account !== undefined && EMAIL.test(account) && { account }), ...keyOf() },
    });
  }

  #record(entry: NewAuditEntry): void {
    const { unit } = currentContext();
    if (!unit || unit.isReading) return this.counted.count(entry);
    const known = this.#written.get(unit);
    if (known) {
      known.push(entry);
      return unit.whenUndone(() => known.pop());
    }
    const entries = [entry];
    unit.whenUndone(() => this.#written.delete(unit));
    unit.beforeCommit((send) => [send(RECORD, [JSON.stringify(entries)])]);
    this.#written.set(unit, entries);
  }
}

/** Who does what, from where. */
function from(action: AuditAction, { type, id }: { type: AuditActor; id: string | null }) {
  const { actor, address, userAgent, traceId } = currentContext();
  const isProgram = actor?.scopes !== undefined && actor.userId === id;
  return { action, actor_type: isProgram ? 'service' : type, actor_id: id, count: 1, address: address === '' ? null : address, user_agent: userAgent, trace_id: traceId };
}

/** The API key that acts: its session has its id. */
function keyOf(): Record<string, string> {
  const { actor } = currentContext();
  return actor?.scopes ? { apiKey: actor.sessionId } : {};
}

function detailsOf(data: object): Record<string, string> {
  const values = data as Record<string, unknown>;
  const told = TOLD.filter((key) => ['string', 'boolean'].includes(typeof values[key]) || Array.isArray(values[key]));
  return Object.fromEntries(told.map((key) => [key, String(values[key]).slice(0, LONGEST)]));
}
