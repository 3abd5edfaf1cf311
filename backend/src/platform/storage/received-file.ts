import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { ProblemError } from '../http/problems.ts';
import { hasPassed } from './passed-pieces.ts';

/** A file that has come in whole and is not kept yet. */
export interface ReceivedFile {
  path: string;
  /** Bytes. */
  size: number;
  /** Hex. */
  sha256: string;
}

export interface Reception {
  /** Bytes that it may have. */
  most: number;
  /** Milliseconds that it may take to come in. */
  timeout: number;
}

/**
 * Writes `source` to `path` piece by piece, so that memory holds one piece only, and makes sure that it is on the disk. A
 * source that is refused is left open: what it still brings is thrown away, and its sender gets an answer.
 * @throws ProblemError PAYLOAD_TOO_LARGE, TIMEOUT, STORAGE_FULL, MALFORMED_REQUEST where the sender breaks off
 */
export async function receiveFile(source: Readable, path: string, { most, timeout }: Reception): Promise<ReceivedFile> {
  const file = await open(path, 'wx').catch(storageFailure);
  const pieces = source.iterator({ destroyOnReturn: false });
  const clock = deadline(timeout);
  const hash = createHash('sha256');
  let size = 0;
  try {
    for (;;) {
      const { value, done } = (await clock.within(next(pieces))) as IteratorResult<Buffer, undefined>;
      if (done) break;
      size += value.length;
      if (size > most) throw tooLarge(most);
      hash.update(value);
      await write(file, value);
      hasPassed(value.length);
    }
    await file.sync().catch(storageFailure);
    return { path, size, sha256: hash.digest('hex') };
  } finally {
    clock.stop();
    // Only once nobody iterates it does it flow; it may be waiting for its next piece still.
    void pieces.return?.().then(() => source.resume());
    await file.close();
  }
}

export function tooLarge(limit: number): ProblemError {
  return new ProblemError('PAYLOAD_TOO_LARGE', `The file is larger than ${limit} bytes.`, { limit });
}

async function next(pieces: AsyncIterator<unknown>): Promise<IteratorResult<unknown>> {
  try {
    return await pieces.next();
  } catch {
    throw new ProblemError('MALFORMED_REQUEST', 'The file broke off before its end.');
  }
}

async function write(file: FileHandle, piece: Buffer): Promise<void> {
  for (let written = 0; written < piece.length; ) {
    written += (await file.write(piece, written).catch(storageFailure)).bytesWritten;
  }
}

/** The disk, a quota or the largest file that the system allows. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** @throws ProblemError STORAGE_FULL where there is no room, else the error itself */
export function storageFailure(error: unknown): never {
  if (!FULL.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
  throw new ProblemError('STORAGE_FULL', 'There is no room for the file on the server.', { retryAfter: 60 });
}

/** Refuses what is not done in time. Not by `Promise.race`: a race keeps all that it was ever given until its last entrant is gone. */
function deadline(ms: number): { within: <T>(work: Promise<T>) => Promise<T>; stop: () => void } {
  let refuse: ((error: Error) => void) | undefined;
  const timer = setTimeout(() => refuse?.(new ProblemError('TIMEOUT', 'The file took too long to come in.')), ms);
  return {
    within: (work) =>
      new Promise((resolve, reject) => {
        refuse = reject;
        work.then(resolve, reject);
      }),
    stop: () => clearTimeout(timer),
  };
}
