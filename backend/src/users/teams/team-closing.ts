import { Injectable } from '@nestjs/common';

/** What another feature does when a team is closed, inside the transaction in which it closes. */
export type ClosingReaction = (teamId: string) => Promise<void>;

/** Lets features react to the end of a team without `users` knowing them. */
@Injectable()
export class TeamClosing {
  readonly #reactions: ClosingReaction[] = [];

  react(reaction: ClosingReaction): void {
    this.#reactions.push(reaction);
  }

  async announce(teamId: string): Promise<void> {
    for (const reaction of this.#reactions) await reaction(teamId);
  }
}
