import { Injectable } from '@nestjs/common';
import { currentActor } from '../../platform/context.ts';
import { Database } from '../../platform/database/database.ts';
import { Conflict, Invalid, NotFound } from '../../platform/http/problems.ts';
import { checkVersion } from '../../platform/http/versions.ts';
import { ContactChanges } from '../contact-changes.ts';
import { contactChanges, stateOf, type ContactState } from '../contact-state.ts';
import type { ContactBody } from '../contact.shape.ts';
import { LOCK_CONTACTS } from '../contacts.queries.ts';
import { ContactMerging } from './contact-merging.ts';
import { duplicateBody, type DuplicateBody } from './duplicate.shape.ts';
import { mergedState, separatedState } from './merged-state.ts';
import type { MergeContactDto } from './merges.dto.ts';
import { ADD_MERGE, DUPLICATES, DUPLICATES_OF, SET_EXTERNAL_ID, STANDING_MERGE, UNDO_MERGE } from './merges.queries.ts';

/** Two contacts that are one person become one, and can be two again. */
@Injectable()
export class MergesService {
  constructor(
    private readonly database: Database,
    private readonly changes: ContactChanges,
    private readonly merging: ContactMerging,
  ) {}

  /** Contacts that may be the same, at most 100 pairs. */
  async duplicates(): Promise<{ items: DuplicateBody[]; nextCursor: null }> {
    return { items: (await this.database.query(DUPLICATES)).map(duplicateBody), nextCursor: null };
  }

  /** Others that may be the same as this one. @throws NotFound */
  async duplicatesOf(id: string): Promise<{ items: DuplicateBody[]; nextCursor: null }> {
    const [, rows] = await Promise.all([this.changes.read(id), this.database.query(DUPLICATES_OF, [id])]);
    return { items: rows.map(duplicateBody), nextCursor: null };
  }

  /** The source's addresses, tickets and messages become the target's; the source is archived and points to it. */
  async merge(targetId: string, { sourceId, take = [] }: MergeContactDto, seen: number | undefined): Promise<ContactBody> {
    if (sourceId === targetId) throw Invalid.field('/sourceId', 'INVALID_VALUE', 'Is the same contact.');
    const [target, source] = await this.#lockBoth(targetId, sourceId);
    await checkVersion(seen, target.version, () => Promise.resolve(target));
    if ([target, source].some(({ archivedAt }) => archivedAt !== null)) throw new Conflict('An archived contact cannot be merged. Restore it first.');
    const [before, given] = [stateOf(target), stateOf(source)];
    const after = mergedState(before, given, take);
    await this.#become(source, { ...given, emails: [], phones: [], externalId: null }, targetId);
    const merged = await this.changes.write(targetId, after, target, [{ field: 'merge', from: null, to: sourceId }, ...contactChanges(before, after)]);
    // By an id that the target does not take over the source is still known, and leads to the target.
    const left = after.externalId === given.externalId ? before.externalId : given.externalId;
    await this.database.query(SET_EXTERNAL_ID, [sourceId, left]);
    const moved = await this.merging.move(sourceId, targetId);
    const { userId } = currentActor();
    await this.database.query(ADD_MERGE, [sourceId, targetId, given, before, after, moved, userId, this.changes.now()]);
    this.changes.tell('contact_merged', merged, { mergedFrom: sourceId });
    return merged;
  }

  /** Gives the source back what was its own, unless it was changed since. @throws Conflict where it is no part of another */
  async unmerge(sourceId: string, seen: number | undefined): Promise<ContactBody> {
    const [{ mergedInto }, merge] = await Promise.all([this.changes.read(sourceId), this.database.one(STANDING_MERGE, [sourceId])]);
    if (mergedInto === null || !merge) throw new Conflict('It is no part of another contact.');
    const [target, source] = await this.#lockBoth(merge.targetId, sourceId);
    await checkVersion(seen, source.version, () => Promise.resolve(source));
    if (target.mergedInto !== null) throw new Conflict('What it became part of has become part of another itself: undo that first.');
    await this.database.query(SET_EXTERNAL_ID, [sourceId, null]);
    const [present, separated] = [stateOf(target), separatedState(stateOf(target), merge)];
    const left = await this.changes.write(target.id, separated, target, [{ field: 'merge', from: sourceId, to: null }, ...contactChanges(present, separated)]);
    const restored = await this.changes.write(sourceId, merge.source, { archivedAt: null, mergedInto: null }, [{ field: 'merge', from: target.id, to: null }]);
    await this.merging.moveBack(merge.moved, target.id, sourceId);
    await this.database.query(UNDO_MERGE, [merge.id, this.changes.now()]);
    this.changes.tell('contact_updated', left);
    this.changes.tell('contact_unmerged', restored, { separatedFrom: target.id });
    return restored;
  }

  async #become(source: ContactBody, state: ContactState, targetId: string): Promise<void> {
    const standing = { archivedAt: this.changes.now(), mergedInto: targetId };
    await this.changes.write(source.id, state, standing, [{ field: 'merge', from: null, to: targetId }]);
  }

  /** Both locked in the order of their ids, so that two merges never wait for each other. */
  async #lockBoth(targetId: string, sourceId: string): Promise<[ContactBody, ContactBody]> {
    const [, target, source] = await Promise.all([
      this.database.query(LOCK_CONTACTS, [[targetId, sourceId]]),
      this.changes.read(targetId),
      this.changes.read(sourceId).catch((error: unknown) => {
        if (!(error instanceof NotFound)) throw error;
        throw Invalid.field('/sourceId', 'NOT_FOUND', 'Is not a contact here.');
      }),
    ]);
    return [target, source];
  }
}
