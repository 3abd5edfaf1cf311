import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../platform/config/settings.ts';
import { currentActor } from '../../platform/context.ts';
import { Database } from '../../platform/database/database.ts';
import type { FileAnswer } from '../../platform/http/file-answer.ts';
import { Invalid, NotFound } from '../../platform/http/problems.ts';
import { FileStorage } from '../../platform/storage/file-storage.ts';
import { TicketChanges } from '../ticket-changes.ts';
import type { AttachmentBody, AttachmentLimitsBody } from './attachment.shape.ts';
import { CLAIM, STORED_FILE } from './attachments.queries.ts';

/** Files of messages. */
@Injectable()
export class AttachmentsService {
  constructor(
    private readonly database: Database,
    private readonly storage: FileStorage,
    private readonly changes: TicketChanges,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  limits(): AttachmentLimitsBody {
    const { mostBytes, mostFiles, endings } = this.settings.files.attachments;
    return { bytes: mostBytes, files: mostFiles, endings: [...endings] };
  }

  /** Gives uploads of the actor's to a message, in order. @throws Invalid for one that is not waiting, or too many */
  async claim(messageId: string, ids: readonly string[] = []): Promise<AttachmentBody[]> {
    if (ids.length === 0) return [];
    const { mostFiles } = this.settings.files.attachments;
    if (ids.length > mostFiles) throw Invalid.field('/attachmentIds', 'TOO_LONG', `At most ${mostFiles} files.`);
    const claimed = new Map((await this.database.query(CLAIM, [messageId, ids, currentActor().userId])).map((row) => [row.id, row]));
    return ids.map((id, index) => {
      const row = claimed.get(id.toLowerCase());
      if (!row) throw Invalid.field(`/attachmentIds/${index}`, 'NOT_FOUND', 'Is not an upload of yours that waits to be sent.');
      return { id: row.id, name: row.name, type: row.type, size: row.size };
    });
  }

  /** Whoever sees the ticket may read it. @throws NotFound */
  async read(id: string): Promise<FileAnswer> {
    const file = await this.database.one(STORED_FILE, [id]);
    if (!file) throw new NotFound();
    await this.changes.read(file.ticketId);
    return { ...file, open: () => this.storage.read(id) };
  }
}
