import { Agent, request } from 'node:http';
import type { EventSocket } from './event-socket.ts';
import { subscribe, type SocketTarget } from './subscribe.ts';

/** Sockets that connect at the same time; a thousand at once would only measure the backlog. */
const ARRIVING = 50;
const MARK = Buffer.from('"subject":"bench ');

interface Write {
  sentAt: number;
  missing: number;
  settle: () => void;
}

/** The readers of a tenant in one server, and the writer that they listen to. */
export class Audience {
  /** Milliseconds from the write to each reader. */
  latencies: number[] = [];
  deliveries = 0;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #writes = new Map<number, Write>();
  readonly #sockets: EventSocket[] = [];
  readonly #target: SocketTarget;
  #number = 0;
  #failed: (error: Error) => void = () => undefined;
  /** Rejects once a reader is lost or a write refused. */
  readonly failure: Promise<never> = new Promise((_, reject) => (this.#failed = reject));

  constructor(target: SocketTarget) {
    this.#target = target;
    this.failure.catch(() => undefined);
  }

  async gather(readers: number): Promise<void> {
    const onLost = (reason: string) => this.#failed(new Error(`A reader was lost: ${reason}`));
    while (this.#sockets.length < readers) {
      const coming = Math.min(ARRIVING, readers - this.#sockets.length);
      const arrive = () => subscribe(this.#target, { onEvent: (frame) => this.#received(frame), onLost });
      this.#sockets.push(...(await Promise.all(Array.from({ length: coming }, arrive))));
    }
  }

  /** Writes a ticket; settles once every reader has been told of it. */
  write(): Promise<void> {
    const number = ++this.#number;
    return new Promise((settle) => {
      this.#writes.set(number, { sentAt: performance.now(), missing: this.#sockets.length, settle });
      this.#post(JSON.stringify({ subject: `bench ${number}`, priority: 'normal' }));
    });
  }

  leave(): void {
    for (const socket of this.#sockets.splice(0)) socket.close();
    this.#agent.destroy();
  }

  #post(body: string): void {
    const headers = { 'authorization': `Bearer ${this.#target.token}`, 'content-type': 'application/json', 'content-length': body.length };
    const options = { agent: this.#agent, host: '127.0.0.1', port: this.#target.port, path: '/api/v1/tickets', method: 'POST', headers };
    const sent = request(options, (response) => {
      if (response.statusCode !== 201) this.#failed(new Error(`A write was answered with ${response.statusCode}.`));
      response.resume();
    });
    sent.on('error', (error) => this.#failed(error));
    sent.end(body);
  }

  #received(frame: Buffer): void {
    const at = frame.indexOf(MARK) + MARK.length;
    const number = Number.parseInt(frame.toString('latin1', at, at + 9), 10);
    const write = this.#writes.get(number);
    if (!write) return;
    this.deliveries += 1;
    this.latencies.push(performance.now() - write.sentAt);
    if (--write.missing > 0) return;
    this.#writes.delete(number);
    write.settle();
  }
}
