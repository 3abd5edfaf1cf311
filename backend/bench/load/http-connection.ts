import { connect, type Socket } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');
const READ_BUFFER = 65_536;
const LAST_CHUNK = Buffer.from('0\r\n\r\n');
/** Bytes still to come of a body in chunks. */
const UNTOLD = Number.POSITIVE_INFINITY;

/**
 * One keep-alive connection that sends requests written out beforehand, one after the other, and looks at no more of an
 * answer than its status and its length: the load must leave the machine to the servers.
 */
export class HttpConnection {
  /** Milliseconds of every answer of this connection. */
  readonly latencies: number[] = [];
  /** The beginning of the first answer that was no success, if any. */
  refusal: string | undefined;
  readonly #requests: readonly Buffer[];
  readonly #socket: Socket;
  #next = 0;
  #sentAt = 0;
  #until = 0;
  #head: Buffer = Buffer.alloc(0);
  /** Bytes of the body still to come, or untold; -1 while the head is awaited. */
  #missing = -1;
  /** The last bytes of a body in chunks. */
  #tail: Buffer = Buffer.alloc(0);
  #finish: (error?: Error) => void = () => undefined;

  constructor(port: number, requests: readonly Buffer[]) {
    this.#requests = requests;
    const callback = (size: number, buffer: Uint8Array) => this.#read(buffer as Buffer, size);
    const onread = { buffer: Buffer.alloc(READ_BUFFER), callback };
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true, onread });
    this.#socket.on('error', (error) => this.#finish(error));
    this.#socket.on('close', () => this.#finish(new Error('The server closed a connection.')));
  }

  /** Asks and asks again until `ms` have passed; the last answer is awaited. */
  run(ms: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#finish = (error) => (error ? reject(error) : resolve());
      this.#until = performance.now() + ms;
      this.#send();
    });
  }

  close(): void {
    this.#finish = () => undefined;
    this.#socket.destroy();
  }

  #send(): void {
    this.#sentAt = performance.now();
    this.#socket.write(this.#requests[this.#next]!);
    this.#next = (this.#next + 1) % this.#requests.length;
  }

  #read(buffer: Buffer, size: number): true {
    let from = 0;
    if (this.#missing < 0) {
      from = this.#readHead(buffer.subarray(0, size));
      if (from < 0) return true;
    }
    if (this.#missing === UNTOLD) return this.#readChunks(buffer.subarray(from, size));
    this.#missing -= size - from;
    if (this.#missing === 0) this.#answered();
    return true;
  }

  /** An empty chunk ends the body. Where one ends and how long it is matters to nobody here. */
  #readChunks(bytes: Buffer): true {
    this.#tail = Buffer.concat([this.#tail, bytes.subarray(-LAST_CHUNK.length)]).subarray(-LAST_CHUNK.length);
    if (this.#tail.equals(LAST_CHUNK)) this.#answered();
    return true;
  }

  /** Where the body begins in `chunk`, or -1 where the head is not complete yet. */
  #readHead(chunk: Buffer): number {
    const known = this.#head.length;
    const head = known === 0 ? chunk : Buffer.concat([this.#head, chunk]);
    const end = head.indexOf(HEAD_END);
    if (end < 0) {
      this.#head = Buffer.from(head);
      return -1;
    }
    this.#head = Buffer.alloc(0);
    const text = head.toString('latin1', 0, end);
    const isChunked = /transfer-encoding: chunked/i.test(text);
    this.#missing = isChunked ? UNTOLD : Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
    this.#tail = Buffer.alloc(0);
    if (text.charAt(9) !== '2') this.refusal ??= head.toString('utf8', 0, 600);
    return end + HEAD_END.length - known;
  }

  #answered(): void {
    this.#missing = -1;
    const now = performance.now();
    this.latencies.push(now - this.#sentAt);
    if (now < this.#until && this.refusal === undefined) this.#send();
    else this.#finish();
  }
}
