import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { SettingError } from '../config/environment.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { currentActor } from '../context.ts';
import { NotFound } from '../http/problems.ts';
import { reportError } from '../telemetry/report-error.ts';
import { keptIn, placeOf, SAME_TIME } from './place-of.ts';
import { receiveFile, storageFailure, type ReceivedFile } from './received-file.ts';

/**
 * Bytes by id, each tenant's in a folder of its own: `kept/<tenant>/<first digits>/<id>`. A file is written beside and
 * renamed into its place once it is whole and on the disk; from then on it never changes.
 */
@Injectable()
export class FileStorage implements OnModuleInit {
  readonly #incoming: string;
  readonly #kept: string;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {
    this.#incoming = join(settings.files.folder, 'incoming');
    this.#kept = keptIn(settings.files.folder);
  }

  /** @throws SettingError where the folder cannot be written to */
  async onModuleInit(): Promise<void> {
    try {
      for (const folder of [this.#incoming, this.#kept]) await mkdir(folder, { recursive: true, mode: 0o700 });
      const trial = join(this.#incoming, uuidv7());
      await (await open(trial, 'wx')).close();
      await rm(trial);
    } catch {
      throw new SettingError('KONTOR_FILES_DIR names a folder that cannot be written to.');
    }
  }

  /** Takes a file in. Whoever gets it keeps or discards it. @throws ProblemError as `receiveFile` does */
  async receive(source: NodeJS.ReadableStream, most: number): Promise<ReceivedFile> {
    const path = join(this.#incoming, uuidv7());
    try {
      return await receiveFile(source as ReadStream, path, { most, timeout: this.settings.files.uploadTimeout });
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  }

  /** Gives a received file its place. */
  async keep({ path }: ReceivedFile, id: string): Promise<void> {
    const place = this.#placeOf(currentActor().tenantId, id);
    await mkdir(dirname(place), { recursive: true, mode: 0o700 }).catch(storageFailure);
    await rename(path, place);
    await syncFolder(dirname(place));
  }

  async discard({ path }: ReceivedFile): Promise<void> {
    await rm(path, { force: true });
  }

  /** A file of the present tenant. @throws NotFound where it is gone, for example after a restore without the files */
  async read(id: string): Promise<ReadStream> {
    const stream = createReadStream(this.#placeOf(currentActor().tenantId, id));
    return new Promise((resolve, reject) => {
      stream.once('open', () => resolve(stream));
      stream.once('error', (error) => {
        reportError(error, { category: 'storage', severity: 'error', context: { id } });
        reject(new NotFound());
      });
    });
  }

  /** Removes a file of the present tenant, or of `tenantId`. */
  async remove(id: string, tenantId = currentActor().tenantId): Promise<void> {
    await rm(this.#placeOf(tenantId, id), { force: true });
  }

  /** The tenants that have files. */
  tenants(): Promise<string[]> {
    return readdir(this.#kept);
  }

  /** Ids of a tenant's files that were begun in a span of time. */
  async begun(tenantId: string, from: Date, until: Date): Promise<string[]> {
    const [first, last] = [idAt(from), idAt(until)];
    const folders = await readdir(join(this.#kept, tenantId));
    const near = folders.filter((name) => name >= first.slice(0, SAME_TIME) && name <= last.slice(0, SAME_TIME));
    const ids = await Promise.all(near.map((folder) => readdir(join(this.#kept, tenantId, folder))));
    return ids.flat().filter((id) => id >= first && id < last);
  }

  /** Removes what came in before `until` and was neither kept nor discarded: its process is gone. */
  async clearIncoming(until: Date): Promise<void> {
    for (const name of await readdir(this.#incoming)) {
      const path = join(this.#incoming, name);
      const found = await stat(path).catch(() => undefined);
      if (found && found.mtime < until) await rm(path, { force: true });
    }
  }

  #placeOf(tenantId: string, id: string): string {
    return placeOf(this.settings.files.folder, tenantId, id);
  }
}

/** How ids of that instant begin. */
function idAt(instant: Date): string {
  const hex = instant.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}`;
}

/** The new name is on the disk, too. Windows knows no such thing and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
