import { Injectable } from '@nestjs/common';
import { TICKET_FILTER_FIELDS, type TicketFilterField } from '@kontor/contracts/ticket-filter';
import { TICKET_CHANNELS, TICKET_PRIORITIES, TICKET_STATUSES } from '@kontor/contracts/tickets';
import type { FilterField } from './filter-field.ts';

/** Where each field of every ticket stands. */
const COLUMNS: Record<TicketFilterField, string> = {
  status: 't.status',
  priority: 't.priority',
  assignee: 't.assignee_id',
  team: 't.team_id',
  requester: 't.requester_id',
  company: '(SELECT r.company_id FROM contacts r WHERE r.id = t.requester_id)',
  createdBy: 't.created_by',
  tags: 'SELECT g.tag FROM ticket_tags g WHERE g.ticket_id = t.id',
  subject: 't.subject',
  number: 't.number',
  channel: 't.channel',
  createdAt: 't.created_at',
  updatedAt: 't.updated_at',
  solvedAt: 't.solved_at',
};

const CHOICES: Partial<Record<TicketFilterField, readonly string[]>> = {
  status: TICKET_STATUSES,
  priority: TICKET_PRIORITIES,
  channel: TICKET_CHANNELS,
};

/** Those of `names` that a workspace has of its own. */
type FieldSource = (names: readonly string[]) => Promise<readonly FilterField[]>;

/** All fields that tickets can be filtered by: those of every ticket, and what features add. */
@Injectable()
export class FilterFields {
  readonly #own = new Map(Object.keys(TICKET_FILTER_FIELDS).map((name) => [name, ownField(name as TicketFilterField)]));
  readonly #sources: FieldSource[] = [];

  /** Fields that differ by workspace; asked only for names that no ticket has of itself. */
  add(source: FieldSource): void {
    this.#sources.push(source);
  }

  async named(names: readonly string[]): Promise<ReadonlyMap<string, FilterField>> {
    const others = [...new Set(names)].filter((name) => !this.#own.has(name));
    if (others.length === 0) return this.#own;
    const found = await Promise.all(this.#sources.map((source) => source(others)));
    return new Map([...this.#own, ...found.flat().map((field): [string, FilterField] => [field.name, field])]);
  }
}

function ownField(name: TicketFilterField): FilterField {
  const choices = CHOICES[name];
  return { name, kind: TICKET_FILTER_FIELDS[name], value: { text: COLUMNS[name], values: [] }, ...(choices && { choices }) };
}
