import { Injectable } from '@nestjs/common';

/** What another feature does when a member leaves, inside the transaction in which the member leaves. */
export type DepartureReaction = (userId: string) => Promise<void>;

/** Lets features react to a member's departure without `users` knowing them. */
@Injectable()
export class MemberDeparture {
  readonly #reactions: DepartureReaction[] = [];

  react(reaction: DepartureReaction): void {
    this.#reactions.push(reaction);
  }

  async announce(userId: string): Promise<void> {
    for (const reaction of this.#reactions) await reaction(userId);
  }
}
