import type { AuditAction, AuditActor, AuditSubject } from '@kontor/contracts/audit';
import { sql } from '../database/statement.ts';

/** An entry on its way into the database, as `gate.record_audit` takes it. */
export interface NewAuditEntry {
  /** The moment of writing where it is not said. */
  at?: string;
  /** The transaction's where it is not said. */
  tenant_id?: string | undefined;
  everywhere?: true | undefined;
  account?: string | undefined;
  action: AuditAction;
  actor_type: AuditActor;
  actor_id: string | null;
  subject_type: AuditSubject | null;
  subject_id: string | null;
  details: Record<string, string>;
  /** How often it happened; more than 1 only where it was counted. */
  count: number;
  address: string | null;
  user_agent: string | null;
  trace_id: string | null;
}

/** `$1` is a JSON list of entries. */
export const RECORD = sql('SELECT gate.record_audit($1)');
