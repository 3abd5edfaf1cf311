import { Injectable } from '@nestjs/common';
import { currentContext } from '../context.ts';
import { Database } from '../database/database.ts';
import { Forbidden } from '../http/problems.ts';
import { requireEnrolled } from './access.guard.ts';
import type { Actor } from './actor.ts';
import { MEMBER_RIGHTS, memberActor } from './member-actor.ts';

/** For who works in the name of a member without a session of theirs, by the rights that the member has at that moment. */
@Injectable()
export class AsMember {
  constructor(private readonly database: Database) {}

  /** Runs `work` as one unit; `reading` cannot write. @throws Forbidden for who is no active member, or has yet to set up a second factor */
  run<T>(member: { tenantId: string; userId: string }, work: (actor: Actor) => Promise<T>, { reading = false } = {}): Promise<T> {
    return this.database.run({ scope: member, reading }, async () => {
      const rights = await this.database.one(MEMBER_RIGHTS, [member.userId]);
      if (!rights) throw new Forbidden('The member is no longer active.');
      const actor = memberActor(rights, member);
      requireEnrolled(actor);
      currentContext().actor = actor;
      return work(actor);
    });
  }
}
