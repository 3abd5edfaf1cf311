import { Injectable, type OnModuleInit } from '@nestjs/common';
import { currentActor } from '../../platform/context.ts';
import { Database } from '../../platform/database/database.ts';
import { Events } from '../../platform/events/events.ts';
import type { AudienceRow } from '../audience.queries.ts';
import { AudienceService } from '../audience.service.ts';
import { TicketChanges } from '../ticket-changes.ts';
import { TicketReactions } from '../ticket-reactions.ts';
import { ticketEvent } from '../ticket.events.ts';
import type { FollowersBody, MessageBody, TicketBody } from '../ticket.shape.ts';
import { ownedBy, visibleTo } from '../tickets.policy.ts';
import { FOLLOW, UNFOLLOW } from './followers.queries.ts';

/** Who wants to be told what happens on a ticket. Whoever writes on it or is called into it follows by that. */
@Injectable()
export class FollowersService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly changes: TicketChanges,
    private readonly audience: AudienceService,
    private readonly events: Events,
    private readonly reactions: TicketReactions,
  ) {}

  onModuleInit(): void {
    this.reactions.react({ written: (ticket, message) => this.#join(ticket, message) });
  }

  async list(ticketId: string): Promise<FollowersBody> {
    const [ticket, followers] = await Promise.all([this.changes.read(ticketId), this.audience.followersOf(ticketId)]);
    return shown(ticket, followers);
  }

  async follow(ticketId: string): Promise<FollowersBody> {
    const ticket = await this.changes.read(ticketId);
    const added = await this.database.query(FOLLOW, [ticketId, [currentActor().userId]]);
    if (added.length > 0) this.events.append(ticketEvent('ticket_followed', ticket));
    return shown(ticket, await this.audience.followersOf(ticketId));
  }

  async unfollow(ticketId: string): Promise<FollowersBody> {
    const ticket = await this.changes.read(ticketId);
    const removed = await this.database.query(UNFOLLOW, [ticketId, currentActor().userId]);
    if (removed.length > 0) this.events.append(ticketEvent('ticket_unfollowed', ticket));
    return shown(ticket, await this.audience.followersOf(ticketId));
  }

  /** The event of the message itself has every page of the ticket shown anew. */
  async #join(ticket: TicketBody, { author, mentions }: MessageBody): Promise<void> {
    await this.database.query(FOLLOW, [ticket.id, [...new Set([...(author.type === 'user' ? [author.id] : []), ...mentions.map(({ id }) => id)])]]);
  }
}

/** Those who have left, or may no longer see the ticket, are not shown; should they come back, they follow still. */
function shown(ticket: TicketBody, followers: readonly AudienceRow[]): FollowersBody {
  const seeing = followers.filter((follower) => visibleTo(follower, ownedBy(ticket)));
  return { items: seeing.map(({ userId, name }) => ({ id: userId, name })), nextCursor: null };
}
