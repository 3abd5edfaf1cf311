import { Injectable } from '@nestjs/common';

/** What another feature does when the workspace's settings have changed, inside the same transaction. */
export type ChangeReaction = () => Promise<void>;

/** Lets features react to the settings without `users` knowing them. */
@Injectable()
export class WorkspaceChange {
  readonly #reactions: ChangeReaction[] = [];

  react(reaction: ChangeReaction): void {
    this.#reactions.push(reaction);
  }

  async announce(): Promise<void> {
    for (const reaction of this.#reactions) await reaction();
  }
}
