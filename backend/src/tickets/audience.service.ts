import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import { FOLLOWERS, MEMBERS_BY_ID, MEMBERS_NAMED_IN, type AudienceRow } from './audience.queries.ts';
import type { TicketBody } from './ticket.shape.ts';
import { ownedBy, visibleTo, type Owned } from './tickets.policy.ts';

/** Which members may see a ticket as it stands. */
@Injectable()
export class AudienceService {
  constructor(private readonly database: Database) {}

  /** The active followers of a ticket, whether they may see it or not. */
  followersOf(ticketId: string): Promise<AudienceRow[]> {
    return this.database.query(FOLLOWERS, [ticketId]);
  }

  /** Those of `userIds` who are active and may see the ticket as it is shown. */
  seeing(ticket: TicketBody, userIds: readonly string[]): Promise<AudienceRow[]> {
    return this.among(ownedBy(ticket), userIds);
  }

  /** Those of `userIds` who are active and may see the ticket. */
  async among(ticket: Owned, userIds: readonly string[]): Promise<AudienceRow[]> {
    if (userIds.length === 0) return [];
    const members = await this.database.query(MEMBERS_BY_ID, [[...new Set(userIds)]]);
    return members.filter((member) => visibleTo(member, ticket));
  }

  /** The active members whose name stands behind an `@` in `text` and who may see the ticket. */
  async namedIn(ticket: Owned, text: string): Promise<AudienceRow[]> {
    if (!text.includes('@')) return [];
    const members = await this.database.query(MEMBERS_NAMED_IN, [text]);
    return members.filter((member) => visibleTo(member, ticket));
  }
}
