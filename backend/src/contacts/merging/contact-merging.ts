import { Injectable } from '@nestjs/common';

/** What another feature does with its rows when two contacts become one, inside the transaction in which they do. */
export interface MergeReaction {
  /** Under which the ids of what was moved are kept. */
  name: string;
  /** Gives what is `from`'s to `to`, and answers the ids of it. */
  move: (from: string, to: string) => Promise<string[]>;
  /** Gives back what of `ids` is still `from`'s. */
  moveBack: (ids: string[], from: string, to: string) => Promise<void>;
}

/** What was moved, by the name of the reaction. */
export type Moved = Record<string, string[]>;

/** Lets features move what hangs on a contact without `contacts` knowing them. */
@Injectable()
export class ContactMerging {
  readonly #reactions: MergeReaction[] = [];

  react(reaction: MergeReaction): void {
    this.#reactions.push(reaction);
  }

  async move(from: string, to: string): Promise<Moved> {
    const moved: Moved = {};
    for (const { name, move } of this.#reactions) moved[name] = await move(from, to);
    return moved;
  }

  async moveBack(moved: Moved, from: string, to: string): Promise<void> {
    for (const { name, moveBack } of this.#reactions) await moveBack(moved[name] ?? [], from, to);
  }
}
