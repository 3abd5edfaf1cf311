import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { PresenceState } from '@kontor/contracts/realtime';
import { Subject } from 'rxjs';
import { REDIS, type RedisConnections } from '../redis/redis-connections.ts';
import { reportError } from '../telemetry/report-error.ts';

/** That somebody who is connected to another process is somewhere. */
export interface Notice {
  /** Tells the tabs of one person apart. */
  seat: string;
  place: string;
  person: string;
  name: string;
  state: PresenceState;
}
type Message = { from: string } & (Notice | { isQuestion: true });

/**
 * What the processes tell each other of who is where. Whoever comes new to a tenant, or was cut off from Redis, asks the
 * others; what a process that died has told runs out by itself. Without Redis there is nobody to tell.
 */
@Injectable()
export class PresenceExchange implements OnModuleInit {
  readonly #self = randomUUID();
  readonly #present = new Map<string, number>();
  readonly #noticed = new Subject<Notice>();
  readonly #asked = new Subject<string>();
  readonly noticed = this.#noticed.asObservable();
  /** Tenants whose people here another process asks for. */
  readonly asked = this.#asked.asObservable();

  constructor(@Inject(REDIS) private readonly redis: RedisConnections | null) {}

  onModuleInit(): void {
    this.redis?.subscriber.restored.subscribe(() => [...this.#present.keys()].forEach((tenantId) => this.#ask(tenantId)));
  }

  /** Somebody here is at one place more. The first of a tenant is told who else is there. */
  join(tenantId: string): void {
    const present = this.#present.get(tenantId) ?? 0;
    this.#present.set(tenantId, present + 1);
    if (present === 0) void this.redis?.subscriber.hear([channelOf(tenantId)], (text) => this.#hear(tenantId, text)).then(() => this.#ask(tenantId));
  }

  leave(tenantId: string): void {
    const left = (this.#present.get(tenantId) ?? 1) - 1;
    if (left > 0) return void this.#present.set(tenantId, left);
    this.#present.delete(tenantId);
    this.redis?.subscriber.leave([channelOf(tenantId)]);
  }

  tell(tenantId: string, notice: Notice): void {
    this.#send(tenantId, { from: this.#self, ...notice });
  }

  #ask(tenantId: string): void {
    this.#send(tenantId, { from: this.#self, isQuestion: true });
  }

  /** What is lost is made good by the next renewal. */
  #send(tenantId: string, message: Message): void {
    this.redis?.commands.publish(channelOf(tenantId), JSON.stringify(message)).catch(() => undefined);
  }

  #hear(tenantId: string, text: string): void {
    try {
      const message = JSON.parse(text) as Message;
      if (message.from === this.#self) return;
      if ('isQuestion' in message) this.#asked.next(tenantId);
      else this.#noticed.next(message);
    } catch (error) {
      reportError(error, { category: 'realtime', severity: 'error' });
    }
  }
}

function channelOf(tenantId: string): string {
  return `kontor:presence:${tenantId}`;
}
