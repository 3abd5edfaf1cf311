import { Injectable, type OnModuleInit } from '@nestjs/common';
import { withQuery } from '../../platform/http/checked.ts';
import type { PageOf } from '../../platform/http/shapes.ts';
import { csvExport, type ListPart } from '../../platform/operations/csv-export.ts';
import { OperationItems } from '../../platform/operations/operation-items.ts';
import { OperationKinds } from '../../platform/operations/operation-kinds.ts';
import type { OperationBody } from '../../platform/operations/operation.shape.ts';
import { OperationsService } from '../../platform/operations/operations.service.ts';
import type { ContactBody } from '../contact.shape.ts';
import { ContactQuery } from '../contacts.dto.ts';
import { ContactsService } from '../contacts.service.ts';

/** The contacts of a list as a CSV file that can be imported again. */
@Injectable()
export class ContactExport implements OnModuleInit {
  constructor(
    private readonly kinds: OperationKinds,
    private readonly items: OperationItems,
    private readonly operations: OperationsService,
    private readonly contacts: ContactsService,
  ) {}

  onModuleInit(): void {
    const work = csvExport<ContactBody>(this.items, {
      permission: 'contact:export',
      name: 'contacts',
      columns: {
        name: ({ name }) => name,
        email: ({ email }) => email,
        phone: ({ phone }) => phone,
        company: ({ company }) => company?.name ?? null,
        externalId: ({ externalId }) => externalId,
        createdAt: ({ createdAt }) => createdAt,
        updatedAt: ({ updatedAt }) => updatedAt,
      },
      page: (matching, part) => this.#page(matching, part),
      lines: async (id, after, until) => (await this.items.next({ id }, after, until - after)).map(({ data }) => String(data)),
    });
    this.kinds.register('contact_export', work);
  }

  async start(matching: string): Promise<OperationBody> {
    const { count = 0 } = await this.#page(matching, { limit: 1, count: true });
    return this.operations.start({ kind: 'contact_export', parameters: { matching }, fill: () => Promise.resolve(count) });
  }

  #page(matching: string, part: ListPart): Promise<PageOf<ContactBody>> {
    return withQuery(ContactQuery, matching, '/matching', ({ cursor: _, ...query }) => this.contacts.list({ ...query, count: false, sort: 'createdAt', ...part }));
  }
}
