import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Subject } from 'rxjs';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { REDIS, type RedisConnections } from '../redis/redis-connections.ts';

const CHANNEL = 'kontor:relay';

/** Tells the relay, wherever it runs, that something was committed. Only a hint: what is lost here, polling finds. */
@Injectable()
export class RelayHint implements OnModuleInit {
  readonly #given = new Subject<void>();
  readonly given = this.#given.asObservable();
  #isTelling = false;

  constructor(
    @Inject(REDIS) private readonly redis: RedisConnections | null,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async onModuleInit(): Promise<void> {
    if (this.settings.roles.has('worker')) await this.redis?.subscriber.hear([CHANNEL], () => this.#given.next());
  }

  give(): void {
    if (!this.redis) return this.#given.next();
    // What is committed in the same breath is told of once.
    if (this.#isTelling) return;
    this.#isTelling = true;
    setImmediate(() => {
      this.#isTelling = false;
      this.redis?.commands.publish(CHANNEL, '').catch(() => undefined);
    });
  }
}
