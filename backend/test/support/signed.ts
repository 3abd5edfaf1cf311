import { randomUUID } from 'node:crypto';
import request, { type Test } from 'supertest';
import { Webhook } from 'standardwebhooks';
import type { Reachable } from './app.ts';

interface Sending {
  id?: string;
  at?: Date;
  /** What is sent instead of what was signed. */
  body?: string;
}

/** Sends as another program does that signs by Standard Webhooks. */
export function sendSigned({ origin }: Pick<Reachable, 'origin'>, { path, secret }: { path: string; secret: string }, message: unknown, { id = randomUUID(), at = new Date(), body }: Sending = {}): Test {
  const text = typeof message === 'string' ? message : JSON.stringify(message);
  return request(origin)
    .post(path)
    .set({ 'content-type': 'application/json', 'webhook-id': id, 'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)), 'webhook-signature': new Webhook(secret).sign(id, at, text) })
    .send(body ?? text);
}
