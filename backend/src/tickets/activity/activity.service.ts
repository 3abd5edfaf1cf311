import { Injectable } from '@nestjs/common';
import { CompaniesService } from '../../contacts/companies/companies.service.ts';
import { ContactsService } from '../../contacts/contacts.service.ts';
import { currentActor } from '../../platform/context.ts';
import { Database } from '../../platform/database/database.ts';
import { decodeCursor, encodeCursor, isInstant, page, type PageQuery } from '../../platform/http/pagination.ts';
import type { PageOf } from '../../platform/http/shapes.ts';
import { NEWEST } from '../timeline.queries.ts';
import { activityBody, activityOf, type ActivitySubject } from './activity.queries.ts';
import type { ActivityBody } from './activity.shape.ts';

/** Everything that happened around a contact or a company, of tickets what the member sees. */
@Injectable()
export class ActivityService {
  constructor(
    private readonly database: Database,
    private readonly contacts: ContactsService,
    private readonly companies: CompaniesService,
  ) {}

  ofContact(id: string, query: PageQuery): Promise<PageOf<ActivityBody>> {
    return this.#read('contact', id, query, this.contacts.read(id));
  }

  ofCompany(id: string, query: PageQuery): Promise<PageOf<ActivityBody>> {
    return this.#read('company', id, query, this.companies.read(id));
  }

  async #read(subject: ActivitySubject, id: string, { limit, cursor }: PageQuery, exists: Promise<unknown>): Promise<PageOf<ActivityBody>> {
    const after = cursor === undefined ? NEWEST : decodeCursor('activity', cursor, isInstant);
    const { statement, values } = activityOf(subject, id, after, limit + 1, currentActor());
    const [, rows] = await Promise.all([exists, this.database.query(statement, values)]);
    const { items, nextCursor } = page(rows, limit, (last) => encodeCursor('activity', { value: last.at, id: last.id }));
    return { items: items.map(activityBody), nextCursor };
  }
}
