import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import type { EventEnvelope } from '@kontor/contracts/events';

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  event: EventEnvelope<Record<string, unknown>>;
  at: number;
}

export interface Receiver extends AsyncDisposable {
  /** With a path at its end. */
  url: (path: string) => string;
  received: Received[];
  /** What a path answers; 200 where nothing is said. */
  answers: Map<string, (reply: ServerResponse) => void>;
}

/** Another program that takes webhooks, on this machine. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const answers = new Map<string, (reply: ServerResponse) => void>();
  const server = createServer((request, reply) => {
    void textOf(request).then((body) => {
      received.push({ path: request.url!, headers: request.headers, body, event: JSON.parse(body) as Received['event'], at: Date.now() });
      (answers.get(request.url!) ?? (() => reply.end('thanks')))(reply);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: (path) => `http://127.0.0.1:${port}${path}`, received, answers, [Symbol.asyncDispose]: close };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

/** True where `secret` signed it, as the library of the standard sees it at the time when it was sent. */
export function isSignedBy(secret: string, { body, headers }: Received): boolean {
  const { now } = Date;
  Date.now = () => Number(headers['webhook-timestamp']) * 1_000;
  try {
    new Webhook(secret).verify(body, headers as Record<string, string>);
    return true;
  } catch {
    return false;
  } finally {
    Date.now = now;
  }
}
