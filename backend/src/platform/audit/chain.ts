import { createHash } from 'node:crypto';

/** An entry as it is kept, in the names of the API. */
export interface AuditRecord {
  tenantId: string;
  id: string;
  /** UTC, ISO 8601 with microseconds. */
  at: string;
  action: string;
  actorType: string;
  actorId: string | null;
  subjectType: string | null;
  subjectId: string | null;
  details: Record<string, string>;
  count: number;
  address: string | null;
  userAgent: string | null;
  traceId: string | null;
}

/** An entry with its place in the chain of its workspace, from 1. */
export interface LinkedRecord extends AuditRecord {
  position: number;
  /** Hex. */
  hash: string;
}

/** Where a chain ends: before the first entry at 0, with no hash. */
export interface ChainEnd {
  position: number;
  hash: string;
}
export const CHAIN_BEGIN: ChainEnd = { position: 0, hash: '' };

/**
 * SHA-256 over what the entry says, its place and the hash before it, as a JSON list in this order. Details are sorted
 * by name. The form is part of what is kept: it never changes.
 */
export function hashOf(entry: AuditRecord, before: ChainEnd): string {
  const details = Object.entries(entry.details).sort(([a], [b]) => (a < b ? -1 : 1));
  const content = [
    before.hash,
    before.position + 1,
    entry.tenantId,
    entry.id,
    entry.at,
    entry.action,
    entry.actorType,
    entry.actorId,
    entry.subjectType,
    entry.subjectId,
    details,
    entry.count,
    entry.address,
    entry.userAgent,
    entry.traceId,
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

/** What is wrong with a chain, and at which place. */
export interface ChainFault {
  position: number;
  fault: 'changed' | 'removed' | 'inserted';
  /** Of the entry that stands there. */
  id?: string;
}

export interface ChainReport {
  /** Entries that are what was chained. */
  intact: number;
  end: ChainEnd;
  faults: ChainFault[];
}

/**
 * Walks along a chain from its first entry, in the order of places.
 * @param end where the chain should end, if that is known: without it nobody misses the last entries
 */
export async function verifyChain(entries: AsyncIterable<LinkedRecord> | Iterable<LinkedRecord>, end?: ChainEnd): Promise<ChainReport> {
  const faults: ChainFault[] = [];
  let intact = 0;
  let last = CHAIN_BEGIN;
  for await (const entry of entries) {
    const { position, hash, id } = entry;
    if (position <= last.position || (end && position > end.position)) {
      faults.push({ position, fault: 'inserted', id });
      continue;
    }
    for (let missing = last.position + 1; missing < position; missing += 1) faults.push({ position: missing, fault: 'removed' });
    // Behind a gap the hash before is not known: what is missing there is told already.
    const isWhole = last.position + 1 < position || hashOf(entry, last) === hash;
    if (isWhole) intact += 1;
    else faults.push({ position, fault: 'changed', id });
    last = { position, hash };
  }
  if (end) {
    for (let missing = last.position + 1; missing <= end.position; missing += 1) faults.push({ position: missing, fault: 'removed' });
    if (last.position === end.position && last.hash !== end.hash) faults.push({ position: end.position, fault: 'changed' });
  }
  return { intact, end: last, faults };
}
