import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ATTACHMENT_TYPES, type AttachmentEnding } from '@kontor/contracts/attachments';
import { v7 as uuidv7 } from 'uuid';
import { SETTINGS, type Settings } from '../../platform/config/settings.ts';
import { currentActor } from '../../platform/context.ts';
import { Database } from '../../platform/database/database.ts';
import type { FileBody } from '../../platform/http/file-body.ts';
import type { FormPart } from '../../platform/http/form-body.ts';
import { Invalid, NotFound, ProblemError } from '../../platform/http/problems.ts';
import { FileStorage } from '../../platform/storage/file-storage.ts';
import { FileSweeper } from '../../platform/storage/file-sweeper.ts';
import { tooLarge, type ReceivedFile } from '../../platform/storage/received-file.ts';
import type { AttachmentBody, ReceivedFormBody } from './attachment.shape.ts';
import { ADD_ATTACHMENTS, REMOVE_FORGOTTEN, REMOVE_WAITING, STAND_IN_LINE, STILL_THERE, WAITING } from './attachments.queries.ts';
import { contentFault } from './file-content.ts';
import { endingOf, fileName } from './file-name.ts';
import { refusalOf } from './refused-file.ts';

/** Uploads of one person that may wait to be sent. */
const MOST_WAITING = 100;

/** A received file that may be kept, under the name that it will have. */
interface Upload extends ReceivedFile {
  name: string;
  ending: AttachmentEnding;
}

/** Files on their way in: authorised in one step, received outside any, recorded in another. Each waits for its message. */
@Injectable()
export class UploadsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly storage: FileStorage,
    private readonly sweeper: FileSweeper,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.sweeper.keptBy((ids, until) => this.#needed(ids, until));
  }

  /** @throws Invalid naming the fault, ProblemError PAYLOAD_TOO_LARGE, QUOTA_EXCEEDED, STORAGE_FULL, TIMEOUT */
  async upload(name: string, { stream, length = 0 }: FileBody): Promise<AttachmentBody> {
    const { mostBytes } = this.settings.files.attachments;
    const named = this.#named(name);
    if (length > mostBytes) throw tooLarge(mostBytes);
    if ((await this.#room()) <= 0) throw overQuota();
    const [attachment] = await this.#record([await this.#receive(named, stream)]);
    return attachment!;
  }

  /** The files of a form; one that is refused keeps no other from being taken, and the texts come back as they came. */
  async form(parts: AsyncIterable<FormPart>): Promise<ReceivedFormBody> {
    const room = await this.#room();
    const uploads: Upload[] = [];
    const answer: Omit<ReceivedFormBody, 'attachments'> = { refused: [], fields: [] };
    try {
      for await (const part of parts) {
        if (part.kind === 'text') answer.fields.push({ name: part.name, value: part.value });
        // A browser sends an empty part where no file was chosen.
        else if (!part.fileName) part.stream.resume();
        else await this.#formFile(part, room, uploads, answer.refused);
      }
      return { attachments: await this.#record(uploads), ...answer };
    } finally {
      // Those that were recorded are in their places.
      for (const upload of uploads) await this.storage.discard(upload);
    }
  }

  /** Removes an upload of one's own that waits. @throws NotFound */
  async remove(id: string): Promise<void> {
    const removed = await this.database.one(REMOVE_WAITING, [id, currentActor().userId]);
    if (!removed) throw new NotFound();
    this.database.afterCommit(() => void this.storage.remove(id));
  }

  async #formFile(
    { fileName: name, stream }: FormPart & { kind: 'file' },
    room: number,
    uploads: Upload[],
    refused: ReceivedFormBody['refused'],
  ): Promise<void> {
    try {
      if (uploads.length >= room) throw overQuota();
      if (uploads.length >= this.settings.files.attachments.mostFiles) refused.push({ name: fileName(name), code: 'TOO_MANY' });
      else return void uploads.push(await this.#receive(this.#named(name), stream));
    } catch (error) {
      const code = refusalOf(error);
      if (!code) throw error;
      refused.push({ name: fileName(name), code });
    }
    // The next part comes once this one has been read.
    stream.resume();
  }

  /** @throws Invalid for a name that has no ending or one that is not allowed */
  #named(given: string): { name: string; ending: AttachmentEnding } {
    const name = fileName(given);
    const ending = this.settings.files.attachments.endings.find((allowed) => allowed === endingOf(name));
    if (!ending) throw Invalid.field('?name', 'FILE_TYPE_REFUSED', `Must end in one of ${this.settings.files.attachments.endings.join(', ')}.`);
    return { name, ending };
  }

  async #receive(named: { name: string; ending: AttachmentEnding }, stream: NodeJS.ReadableStream): Promise<Upload> {
    const received = await this.storage.receive(stream, this.settings.files.attachments.mostBytes);
    try {
      const fault = await contentFault(received.path, named.ending);
      if (fault) throw Invalid.field('', fault, FAULTS[fault] ?? 'Is not what its name says.');
      return { ...received, ...named };
    } catch (error) {
      await this.storage.discard(received);
      throw error;
    }
  }

  /** Gives each its place, then all their rows: a row never names a file that is not there. */
  async #record(uploads: Upload[]): Promise<AttachmentBody[]> {
    const placed = uploads.map((upload) => ({ ...upload, id: uuidv7(), type: ATTACHMENT_TYPES[upload.ending] }));
    try {
      for (const upload of placed) await this.storage.keep(upload, upload.id);
      const columns = (['id', 'name', 'type', 'size', 'sha256'] as const).map((column) => placed.map((upload) => upload[column]));
      if (placed.length > 0) await this.database.step(() => this.#add(placed.length, columns));
      return placed.map(({ id, name, type, size }) => ({ id, name, type, size }));
    } catch (error) {
      for (const { id, ...upload } of placed) {
        await this.storage.discard(upload);
        await this.storage.remove(id);
      }
      throw error;
    }
  }

  /** Others may have come in since there was room. @throws ProblemError QUOTA_EXCEEDED */
  async #add(count: number, columns: readonly unknown[]): Promise<void> {
    const { userId } = currentActor();
    await this.database.query(STAND_IN_LINE, [userId]);
    if ((await this.#left()) < count) throw overQuota();
    await this.database.query(ADD_ATTACHMENTS, [userId, ...columns]);
  }

  /** How many more uploads of the person may wait. */
  #room(): Promise<number> {
    return this.database.step(() => this.#left());
  }

  async #left(): Promise<number> {
    return MOST_WAITING - (await this.database.one(WAITING, [currentActor().userId]))!.count;
  }

  async #needed(ids: readonly string[], until: Date): Promise<string[]> {
    await this.database.query(REMOVE_FORGOTTEN, [until.toISOString()]);
    return (await this.database.query(STILL_THERE, [ids])).map(({ id }) => id);
  }
}

const FAULTS: Record<string, string> = {
  FILE_EMPTY: 'Has nothing in it.',
  FILE_ACTIVE_CONTENT: 'Is, or could be taken for, a web page or a program.',
};

function overQuota(): ProblemError {
  return new ProblemError('QUOTA_EXCEEDED', `${MOST_WAITING} of your uploads wait to be sent.`, { retryAfter: 3_600 });
}
