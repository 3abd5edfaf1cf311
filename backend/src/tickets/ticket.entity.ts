import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import {
  FINAL_STATUSES,
  TICKET_TRANSITIONS,
  type FieldValue,
  type TicketChannel,
  type TicketPriority,
  type TicketStatus,
  type TrackedField,
} from '@kontor/contracts/tickets';
import { Conflict, ProblemError } from '../platform/http/problems.ts';

/** One changed field: ids and texts as stored, for the history. */
export interface Change {
  field: TrackedField;
  from: string | null;
  to: string | null;
  /** Of a field of the tenant's own: which. */
  fieldId?: string;
}

/** A ticket and its state rules. What happens to it is noted in `changes`. */
@Entity('tickets')
export class Ticket {
  @PrimaryColumn('uuid')
  id: string;

  @Column({ type: 'bigint', update: false })
  number: number;

  @Column('text')
  subject: string;

  @Column('text')
  status: TicketStatus;

  @Column('text')
  priority: TicketPriority;

  @Column({ type: 'smallint', name: 'priority_rank', insert: false, update: false })
  priorityRank: number;

  @Column({ type: 'text', update: false })
  channel: TicketChannel;

  @Column('text', { nullable: true })
  preview: string | null;

  @Column('uuid', { name: 'requester_id', nullable: true })
  requesterId: string | null;

  @Column('uuid', { name: 'assignee_id', nullable: true })
  assigneeId: string | null;

  @Column('uuid', { name: 'team_id', nullable: true })
  teamId: string | null;

  @Column({ type: 'uuid', name: 'created_by', nullable: true, update: false })
  createdById: string | null;

  @VersionColumn()
  version: number;

  @Column({ type: 'timestamptz', name: 'created_at', update: false })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;

  @Column('timestamptz', { name: 'solved_at', nullable: true })
  solvedAt: Date | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;

  /** When it opens by itself. Kept by a merge, with the status. */
  @Column('timestamptz', { name: 'pending_until', nullable: true })
  pendingUntil: Date | null;

  /** The ticket that this one was merged into; that one may be merged itself. */
  @Column('uuid', { name: 'merged_into_id', nullable: true })
  mergedIntoId: string | null;

  /** Kept with `mergedIntoId`, for undoing the merge. */
  @Column('text', { name: 'status_before_merge', nullable: true })
  statusBeforeMerge: TicketStatus | null;

  /** Values of the tenant's own fields by their keys. */
  @Column('jsonb')
  fields: Record<string, FieldValue>;

  readonly changes: Change[] = [];

  rename(subject: string): void {
    this.#note('subject', this.subject, subject);
    this.subject = subject;
  }

  prioritise(priority: TicketPriority): void {
    this.#note('priority', this.priority, priority);
    this.priority = priority;
  }

  assignTo(memberId: string | null): void {
    this.#note('assignee', this.assigneeId, memberId);
    this.assigneeId = memberId;
  }

  handTo(teamId: string | null): void {
    this.#note('team', this.teamId, teamId);
    this.teamId = teamId;
  }

  requestedBy(contactId: string | null): void {
    this.#note('requester', this.requesterId, contactId);
    this.requesterId = contactId;
  }

  retag(from: readonly string[], to: readonly string[]): void {
    this.#note('tags', from.join(', ') || null, to.join(', ') || null);
  }

  /** @throws Conflict ILLEGAL_TRANSITION, or ASSIGNEE_REQUIRED: somebody answers for what is solved. */
  moveTo(status: TicketStatus, at: Date): void {
    if (status === this.status) return;
    const allowed = TICKET_TRANSITIONS[this.status];
    if (!allowed.includes(status)) throw this.#refuse(`A ${this.status} ticket cannot become ${status}.`, allowed);
    if (status === 'solved' && this.assigneeId === null) {
      throw new Conflict('Assign the ticket before you solve it.', 'ASSIGNEE_REQUIRED');
    }
    this.#note('status', this.status, status);
    this.status = status;
    this.solvedAt = status === 'solved' ? at : status === 'closed' ? this.solvedAt : null;
    this.closedAt = status === 'closed' ? at : null;
    this.pendingUntil = null;
  }

  /** A pending ticket waits until then, or with null until somebody moves it. @returns whether that is something new */
  waitUntil(until: Date | null): boolean {
    const isNew = this.pendingUntil?.getTime() !== until?.getTime();
    this.pendingUntil = until;
    return isNew;
  }

  /** A public answer to a new ticket opens it. */
  answered(preview: string, at: Date): void {
    this.preview = preview;
    if (this.status === 'new') this.moveTo('open', at);
  }

  /** What waited for its requester, or was thought solved, is open again once they write. */
  heard(preview: string, at: Date): void {
    this.preview = preview;
    if (this.status === 'pending' || this.status === 'solved') this.moveTo('open', at);
  }

  /** @throws ProblemError MERGE_INTO_ITSELF, Conflict ILLEGAL_TRANSITION where either of both is history. */
  mergeInto(target: Ticket): void {
    if (target.id === this.id) throw new ProblemError('MERGE_INTO_ITSELF', 'A ticket cannot be merged into itself.');
    this.#requireAlive();
    target.#requireAlive();
    this.#note('status', this.status, 'merged');
    this.#note('merged_into', null, target.id);
    target.#note('merged_from', null, this.id);
    this.statusBeforeMerge = this.status;
    this.status = 'merged';
    this.mergedIntoId = target.id;
  }

  /** Undoes the merge: `holder` is the ticket at the end of the chain, on which the messages stand. @throws Conflict ILLEGAL_TRANSITION */
  unmergeFrom(holder: Ticket): void {
    if (this.statusBeforeMerge === null) throw this.#refuse('The ticket is not merged.', TICKET_TRANSITIONS[this.status]);
    holder.#requireAlive();
    this.#note('status', this.status, this.statusBeforeMerge);
    this.#note('merged_into', holder.id, null);
    holder.#note('merged_from', this.id, null);
    this.status = this.statusBeforeMerge;
    this.statusBeforeMerge = null;
    this.mergedIntoId = null;
  }

  /** Some of its messages have become the ticket `part`. */
  splitInto(part: Ticket): void {
    this.#note('split_into', null, part.id);
    part.#note('split_from', null, this.id);
  }

  /** Another value of a field of the tenant's own; null takes it away. */
  fill({ id, key }: { id: string; key: string }, value: FieldValue | null): void {
    const before = this.fields[key];
    this.#note('field', told(before), told(value ?? undefined), id);
    const { [key]: _, ...others } = this.fields;
    this.fields = value === null ? others : { ...others, [key]: value };
  }

  /** @throws Conflict ILLEGAL_TRANSITION for a closed or merged ticket: it is history. */
  requireEditable(isEditable: boolean): void {
    if (!isEditable) throw this.refusal();
  }

  /** That nothing of the ticket can be changed. */
  refusal(): Conflict {
    return this.#refuse(`A ${this.status} ticket cannot be changed.`, TICKET_TRANSITIONS[this.status]);
  }

  #requireAlive(): void {
    this.requireEditable(!(FINAL_STATUSES as readonly TicketStatus[]).includes(this.status));
  }

  #refuse(detail: string, allowed: readonly TicketStatus[]): Conflict {
    return new Conflict(detail, 'ILLEGAL_TRANSITION', { allowed: [...allowed] });
  }

  #note(field: TrackedField, from: string | null, to: string | null, fieldId?: string): void {
    if (from !== to) this.changes.push({ field, from, to, ...(fieldId !== undefined && { fieldId }) });
  }
}

/** A field's value as the history tells it. */
function told(value: FieldValue | undefined): string | null {
  if (value === undefined) return null;
  return Array.isArray(value) ? value.join(', ') : String(value);
}
