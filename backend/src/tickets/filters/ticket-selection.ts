import { Injectable } from '@nestjs/common';
import { conditionsOf, FILTER_LIMITS, filterFault, isGroup, partsOf, type FilterFault, type TicketFilter } from '@kontor/contracts/ticket-filter';
import type { TicketPriority, TicketStatus } from '@kontor/contracts/tickets';
import { Clock } from '../../platform/clock.ts';
import { currentActor } from '../../platform/context.ts';
import type { Condition } from '../../platform/http/keyset.ts';
import { Invalid } from '../../platform/http/problems.ts';
import { TicketSearch } from '../search/ticket-search.ts';
import { visibleWhere } from '../tickets.policy.ts';
import { askCondition, askFault, type Asking, type FilterField } from './filter-field.ts';
import { FilterFields } from './filter-fields.ts';
import { plainConditions } from './plain-conditions.ts';

/** By what tickets are chosen, all of it at once. */
export interface TicketCriteria {
  ids?: readonly string[] | undefined;
  status?: readonly TicketStatus[] | undefined;
  priority?: readonly TicketPriority[] | undefined;
  /** A member's id, `me` or `none`. */
  assignee?: string | undefined;
  /** A team's id, `mine` or `none`. */
  team?: string | undefined;
  tag?: string | undefined;
  requester?: string | undefined;
  /** The requester's. */
  company?: string | undefined;
  number?: number | undefined;
  createdAfter?: string | undefined;
  createdBefore?: string | undefined;
  updatedAfter?: string | undefined;
  updatedBefore?: string | undefined;
  /** Words to search for. */
  q?: string | undefined;
  /** A `TicketFilter` that nothing has looked at yet. */
  filter?: unknown;
}

/** Which tickets are meant: the one way from filters to SQL, for lists, counts, bulk changes and exports alike. */
@Injectable()
export class TicketSelection {
  constructor(
    private readonly fields: FilterFields,
    private readonly search: TicketSearch,
    private readonly clock: Clock,
  ) {}

  /**
   * The criteria and what the actor may see, as conditions on the tickets `t`; none where everything is meant.
   * @param at the pointer to the filter, for what is told of a wrong one
   * @throws Invalid
   */
  async conditions({ filter, q, ...plain }: TicketCriteria, at = '/filter'): Promise<Condition[]> {
    const actor = currentActor();
    const visible = visibleWhere(actor);
    const [filtered, found] = await Promise.all([
      filter === undefined ? undefined : this.#filtered(filter, at),
      q === undefined ? undefined : this.search.condition(q),
    ]);
    return [visible, ...plainConditions(plain, actor), filtered, found].filter((condition) => condition !== undefined);
  }

  /** @throws Invalid for what is no filter of this workspace. */
  async check(filter: unknown, at = '/filter'): Promise<TicketFilter> {
    await this.#fieldsOf(filter, at);
    return filter as TicketFilter;
  }

  /** Of each filter and what the actor may see; undefined for one that is no filter of this workspace any more. */
  async conditionsOfEach(filters: readonly TicketFilter[]): Promise<(Condition[] | undefined)[]> {
    const visible = visibleWhere(currentActor());
    const fields = await this.fields.named(filters.flatMap((filter) => conditionsOf(filter).map(({ condition }) => condition.field)));
    return filters.map((filter) => {
      if (faultsIn(filter, fields, '').length > 0) return undefined;
      return [...(visible ? [visible] : []), this.#asked(filter, fields)];
    });
  }

  async #filtered(filter: unknown, at: string): Promise<Condition> {
    const fields = await this.#fieldsOf(filter, at);
    return this.#asked(filter as TicketFilter, fields);
  }

  #asked(filter: TicketFilter, fields: ReadonlyMap<string, FilterField>): Condition {
    return { ...combined(filter, fields, { reader: currentActor(), now: this.clock.now() }), isAdHoc: true };
  }

  async #fieldsOf(filter: unknown, at: string): Promise<ReadonlyMap<string, FilterField>> {
    const fault = filterFault(filter);
    if (fault) throw new Invalid([{ ...fault, pointer: at + fault.pointer }]);
    const names = conditionsOf(filter as TicketFilter).map(({ condition }) => condition.field);
    const fields = await this.fields.named(names);
    const faults = faultsIn(filter as TicketFilter, fields, at);
    if (faults.length > 0) throw new Invalid(faults);
    return fields;
  }
}

/** What is asked of fields that there are not, or that cannot be asked it. */
function faultsIn(filter: TicketFilter, fields: ReadonlyMap<string, FilterField>, at: string): FilterFault[] {
  return conditionsOf(filter).flatMap(({ pointer, condition }) => {
    const field = fields.get(condition.field);
    if (!field) return [{ pointer: `${at}${pointer}/field`, code: 'INVALID_VALUE', message: 'Is not a field of tickets.' }];
    const fault = askFault(field, condition);
    return fault ? [{ ...fault, pointer: at + pointer + fault.pointer }] : [];
  });
}

function combined(filter: TicketFilter, fields: ReadonlyMap<string, FilterField>, asking: Asking): Condition {
  if (!isGroup(filter)) return askCondition(fields.get(filter.field)!, filter, asking);
  const parts = partsOf(filter).map((part) => combined(part, fields, asking));
  return { text: `(${parts.map(({ text }) => text).join('all' in filter ? ' AND ' : ' OR ')})`, values: parts.flatMap(({ values }) => values) };
}

/** A filter from the query string. @throws Invalid where it is no JSON. */
export function readFilter(json: string | undefined): unknown {
  if (json === undefined) return undefined;
  try {
    return JSON.parse(json) as unknown;
  } catch {
    throw Invalid.field('?filter', 'INVALID_FORMAT', `Must be JSON of at most ${FILTER_LIMITS.json} characters.`);
  }
}
