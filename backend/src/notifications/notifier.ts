import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { NotificationKind } from '@kontor/contracts/notifications';
import { Clock } from '../platform/clock.ts';
import { currentActor } from '../platform/context.ts';
import { Database } from '../platform/database/database.ts';
import { Events } from '../platform/events/events.ts';
import { AudienceService } from '../tickets/audience.service.ts';
import { TicketReactions, type TicketReaction } from '../tickets/ticket-reactions.ts';
import { notificationCreated } from './notification.events.ts';
import { NotificationMailer } from './notification-mailer.ts';
import { TELL } from './notifications.queries.ts';

type Ticket = Parameters<NonNullable<TicketReaction['written']>>[0];
type Message = Parameters<NonNullable<TicketReaction['written']>>[1];

/**
 * Tells members of what concerns them, in the transaction of what happened: never of what they did themselves, never of a
 * ticket that they may not see, and once for each message.
 */
@Injectable()
export class Notifier implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly reactions: TicketReactions,
    private readonly audience: AudienceService,
    private readonly mailer: NotificationMailer,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.reactions.react({
      assigned: (ticket, memberId) => this.#tell(ticket, new Map([[memberId, 'assigned']])),
      written: (ticket, message) => this.#written(ticket, message),
    });
  }

  async #written(ticket: Ticket, message: Message): Promise<void> {
    const kind = message.kind === 'reply' ? 'replied' : 'noted';
    const followers = await this.audience.followersOf(ticket.id);
    const kinds = new Map<string, NotificationKind>(followers.map(({ userId }) => [userId, kind]));
    if (ticket.assignee) kinds.set(ticket.assignee.id, kind);
    for (const { id } of message.mentions) kinds.set(id, 'mentioned');
    await this.#tell(ticket, kinds, message);
  }

  async #tell(ticket: Ticket, kinds: Map<string, NotificationKind>, message?: Message): Promise<void> {
    // What a contact has written no member did, in whose name ever it was taken.
    const actorId = message?.author.type === 'contact' ? null : currentActor().userId;
    if (actorId !== null) kinds.delete(actorId);
    const seeing = await this.audience.seeing(ticket, [...kinds.keys()]);
    if (seeing.length === 0) return;
    const told = await this.database.query(TELL, [
      seeing.map(({ userId }) => userId),
      seeing.map(({ userId }) => kinds.get(userId)),
      ticket.id,
      message?.id ?? null,
      actorId,
      this.clock.now(),
    ]);
    await this.mailer.mail(ticket, new Map(seeing.map(({ userId }) => [userId, kinds.get(userId)!])));
    for (const one of told) this.events.append(notificationCreated({ ...one, ticketId: ticket.id }));
  }
}
