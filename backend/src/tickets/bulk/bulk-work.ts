import { Injectable, type OnModuleInit } from '@nestjs/common';
import { currentActor } from '../../platform/context.ts';
import { Database } from '../../platform/database/database.ts';
import { OperationItems } from '../../platform/operations/operation-items.ts';
import { OperationKinds } from '../../platform/operations/operation-kinds.ts';
import { permissionsOf } from './bulk-permissions.ts';
import { labelsOf } from './bulk.queries.ts';
import { TicketChanger } from './ticket-changer.ts';

/** How a change of many tickets goes on, step by step. */
@Injectable()
export class BulkWork implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly kinds: OperationKinds,
    private readonly items: OperationItems,
    private readonly changer: TicketChanger,
  ) {}

  onModuleInit(): void {
    this.kinds.register('ticket_bulk', {
      permissions: ({ parameters }) => permissionsOf(parameters),
      step: (operation) => this.items.each(operation, ({ subjectId }) => this.changer.change(subjectId!, operation.parameters)),
      labels: (ids) => this.#labels(ids),
    });
  }

  async #labels(ids: readonly string[]): Promise<Map<string, string>> {
    const { statement, values } = labelsOf(currentActor(), ids);
    return new Map((await this.database.query(statement, values)).map(({ id, label }) => [id, label]));
  }
}
