import { Injectable } from '@nestjs/common';
import type { MessageBody, TicketBody } from './ticket.shape.ts';

/** What happens elsewhere when something happens to a ticket, inside the same transaction. */
export interface TicketReaction {
  /** The ticket was given to a member. */
  assigned?(ticket: TicketBody, memberId: string): Promise<void>;
  /** The member of the request wrote on the ticket. */
  written?(ticket: TicketBody, message: MessageBody): Promise<void>;
}

/** Lets features react to tickets without `tickets` knowing them. */
@Injectable()
export class TicketReactions {
  readonly #reactions: TicketReaction[] = [];

  react(reaction: TicketReaction): void {
    this.#reactions.push(reaction);
  }

  async assigned(ticket: TicketBody, memberId: string): Promise<void> {
    for (const reaction of this.#reactions) await reaction.assigned?.(ticket, memberId);
  }

  async written(ticket: TicketBody, message: MessageBody): Promise<void> {
    for (const reaction of this.#reactions) await reaction.written?.(ticket, message);
  }
}
