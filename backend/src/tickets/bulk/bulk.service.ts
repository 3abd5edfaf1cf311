import { Injectable } from '@nestjs/common';
import { BULK_LIMITS } from '@kontor/contracts/operations';
import { currentActor } from '../../platform/context.ts';
import { Database } from '../../platform/database/database.ts';
import { withQuery } from '../../platform/http/checked.ts';
import { Invalid } from '../../platform/http/problems.ts';
import { OperationItems } from '../../platform/operations/operation-items.ts';
import type { OperationBody } from '../../platform/operations/operation.shape.ts';
import { OperationsService } from '../../platform/operations/operations.service.ts';
import { readFilter, TicketSelection } from '../filters/ticket-selection.ts';
import { TicketQuery } from '../tickets.dto.ts';
import type { BulkChangeDto } from './bulk.dto.ts';
import { permissionsOf } from './bulk-permissions.ts';
import { selectTickets } from './bulk.queries.ts';

/** The same change of many tickets, each by the services of a single one. */
@Injectable()
export class BulkService {
  constructor(
    private readonly database: Database,
    private readonly items: OperationItems,
    private readonly operations: OperationsService,
    private readonly selection: TicketSelection,
  ) {}

  async start({ ids, matching, changes }: BulkChangeDto): Promise<OperationBody> {
    if ((ids === undefined) === (matching === undefined)) throw Invalid.field('/ids', 'REQUIRED', 'Give either `ids` or `matching`.');
    if (Object.values(changes).every((change) => change === undefined)) throw Invalid.field('/changes', 'REQUIRED', 'Say what to change.');
    currentActor().require(permissionsOf(changes));
    const fill = ids ? (id: string) => this.#fillWith(id, ids) : await this.#fillMatching(matching!);
    return this.operations.start({ kind: 'ticket_bulk', parameters: changes, fill, atOnce: BULK_LIMITS.atOnce });
  }

  /** In one order, so that two changes of the same tickets never wait for each other. */
  async #fillWith(operationId: string, ids: readonly string[]): Promise<number> {
    await this.items.add(operationId, ids.map((id) => id.toLowerCase()).sort().map((subjectId) => ({ subjectId })));
    return ids.length;
  }

  async #fillMatching(matching: string): Promise<(operationId: string) => Promise<number>> {
    const conditions = await withQuery(TicketQuery, matching, '/matching', ({ filter, ...query }) =>
      this.selection.conditions({ ...query, filter: readFilter(filter) }, '?filter'),
    );
    const { statement, values } = selectTickets(conditions);
    return async (operationId) => {
      const { count } = (await this.database.one(statement, values(operationId)))!;
      if (count > BULK_LIMITS.matching) throw Invalid.field('/matching', 'TOO_LARGE', `Finds more than ${BULK_LIMITS.matching} tickets.`);
      return count;
    };
  }
}
