import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

const TEXT = 1;
const CLOSE = 8;

/** Where to connect and what to do there to be sent the events of a tenant. */
export interface EventEndpoint {
  port: number;
  path: string;
  headers: Record<string, string>;
}

/**
 * A WebSocket client that looks at no more than the beginning of a message, the same for both servers: 1,000 of them
 * must fit beside the server on one machine. Only unfragmented frames below 64 KB, which both servers send.
 */
export class EventSocket {
  onText: (frame: Buffer) => void = () => undefined;
  onClose: (reason: string) => void = () => undefined;
  readonly #socket: Socket;
  #rest: Buffer = Buffer.alloc(0);
  #isOpen = false;

  constructor({ port, path, headers }: EventEndpoint) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const key = randomBytes(16).toString('base64');
    this.#socket.write(
      `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nupgrade: websocket\r\nconnection: Upgrade\r\n` +
        `sec-websocket-version: 13\r\nsec-websocket-key: ${key}\r\n${lines.join('')}\r\n`,
    );
    this.#socket.on('data', (chunk: Buffer) => this.#read(chunk));
    this.#socket.on('error', (error) => this.onClose(error.message));
    this.#socket.on('close', () => this.onClose('closed'));
  }

  /** Masked with zeros, which leaves the text as it is. */
  send(text: string): void {
    const payload = Buffer.from(text);
    const size = payload.length < 126 ? [0x80 | payload.length] : [0x80 | 126, payload.length >> 8, payload.length & 255];
    this.#socket.write(Buffer.concat([Buffer.from([0x81, ...size, 0, 0, 0, 0]), payload]));
  }

  close(): void {
    this.onClose = () => undefined;
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    let data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    if (!this.#isOpen) {
      const end = data.indexOf('\r\n\r\n');
      if (end < 0) return void (this.#rest = data);
      if (data.toString('latin1', 9, 12) !== '101') return this.onClose(data.toString('utf8', 0, 300));
      this.#isOpen = true;
      data = data.subarray(end + 4);
    }
    this.#rest = this.#frames(data);
  }

  /** Hands on the whole frames of `data` and answers with what is left. */
  #frames(data: Buffer): Buffer {
    let at = 0;
    while (data.length - at >= 2) {
      const short = data[at + 1]! & 127;
      const start = at + (short === 126 ? 4 : 2);
      if (data.length < start) break;
      const end = start + (short === 126 ? data.readUInt16BE(at + 2) : short);
      if (data.length < end) break;
      const opcode = data[at]! & 15;
      if (opcode === TEXT) this.onText(data.subarray(start, end));
      else if (opcode === CLOSE) this.onClose('closed by the server');
      at = end;
    }
    return data.subarray(at);
  }
}
