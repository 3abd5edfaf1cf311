import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { Jobs } from '../jobs/jobs.ts';
import { FileStorage } from './file-storage.ts';

const HOUR = 3_600_000;
/** What nothing refers to after this time never will be referred to. */
const GRACE = 24 * HOUR;
/** What is older has been looked at before. */
const REACH = 30 * 24 * HOUR;

/** Answers which of the files are still referred to, inside each tenant. What waited since before `until` need not be kept. */
type Keeper = (ids: readonly string[], until: Date) => Promise<readonly string[]>;

/** Every hour removes files that nothing refers to: uploads that were never sent, and what a crash has left between two steps. */
@Injectable()
export class FileSweeper implements OnModuleInit {
  readonly #keepers: Keeper[] = [];

  constructor(
    private readonly storage: FileStorage,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** A feature that has files says which. */
  keptBy(keeper: Keeper): void {
    this.#keepers.push(keeper);
  }

  onModuleInit(): void {
    this.jobs.register('sweep-files', { every: '0 * * * *', run: () => this.sweep() });
  }

  async sweep(): Promise<void> {
    // A process that loads no feature with files cannot know which are needed.
    if (this.#keepers.length === 0) return;
    const now = this.clock.now().getTime();
    const [from, until] = [new Date(now - REACH), new Date(now - GRACE)];
    await this.storage.clearIncoming(until);
    for (const tenantId of await this.storage.tenants()) {
      const ids = await this.storage.begun(tenantId, from, until);
      if (ids.length === 0) continue;
      const scope = { tenantId, userId: null };
      const kept = new Set(await this.database.run({ scope }, () => this.#ask(ids, until)));
      for (const id of ids) if (!kept.has(id)) await this.storage.remove(id, tenantId);
    }
  }

  async #ask(ids: readonly string[], until: Date): Promise<string[]> {
    const answers: string[] = [];
    for (const keeper of this.#keepers) answers.push(...(await keeper(ids, until)));
    return answers;
  }
}
