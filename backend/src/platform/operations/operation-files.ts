import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { currentActor } from '../context.ts';
import { csvFile } from '../csv/csv-answer.ts';
import { Database } from '../database/database.ts';
import type { Operation, OperationFile } from './operation-kinds.ts';
import { OperationsService } from './operations.service.ts';

/** Positions that are read at a time; each time the session and what it may see are proven anew. */
const AT_A_TIME = 1_000;

/** Gives files out line by line: no connection waits for a slow reader, and no file stands in memory. */
@Injectable()
export class OperationFiles {
  constructor(
    private readonly database: Database,
    private readonly operations: OperationsService,
  ) {}

  async open(id: string): Promise<StreamableFile> {
    const { operation, file } = await this.operations.file(id);
    return csvFile(`${file.name}-${this.#dayOf(operation)}`, this.#text(operation, file, currentActor()));
  }

  async *#text(operation: Operation, file: OperationFile, actor: Actor): AsyncGenerator<string> {
    yield file.head(operation);
    const scope = { sessionId: actor.sessionId, authVersion: actor.authVersion };
    for (let after = 0; after < operation.position; after += AT_A_TIME) {
      const lines = await this.database.run({ scope, actor, reading: true }, () => file.lines(operation, after, AT_A_TIME));
      if (lines.length > 0) yield lines.join('');
    }
  }

  #dayOf({ id }: Operation): string {
    // A version 7 UUID begins with its time.
    return new Date(parseInt(id.replace('-', '').slice(0, 12), 16)).toISOString().slice(0, 10);
  }
}
