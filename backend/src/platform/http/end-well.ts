import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Readiness } from '../health/readiness.ts';

/**
 * Ends without failing a request. First it is no longer ready, while it still answers as ever, each connection for the
 * last time; after `delay` milliseconds, in which proxies have seen it, it takes nothing more, finishes and closes.
 */
export async function endWell(app: NestFastifyApplication, delay: number): Promise<void> {
  app.get(Readiness).end();
  const server: Server = app.getHttpServer();
  server.prependListener('request', (_request: IncomingMessage, response: ServerResponse) => response.setHeader('connection', 'close'));
  await sleep(delay);
  await app.close();
}
