import { connect as openSocket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from '../support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

/** Asks for an upgrade and resets the connection a moment later. */
async function resetUpgrade(path: string): Promise<void> {
  const socket = openSocket(Number(new URL(app.origin).port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
  );
  await sleep(20);
  socket.resetAndDestroy();
}

it('survives connections that are reset in the middle of an upgrade', async () => {
  const paths = ['/foo', '/api/ws', '/api/ws/', '/api/ws/?EIO=4&transport=websocket', '/'];
  await Promise.all(paths.flatMap((path) => Array.from({ length: 5 }, () => resetUpgrade(path))));
  await sleep(100);
  await request(app.origin).get('/health/live').expect(200);
});

it.each([
  ['unknown keys', Object.fromEntries(Array.from({ length: 60_000 }, (_, index) => [`k${index}`, 1]))],
  ['items of a list', { token: Array.from({ length: 200_000 }, () => 1) }],
  ['names that every object has', { constructor: 1, token: 'x' }],
])('refuses a body of too many %s at once, in few words', async (_, body) => {
  const { text } = await request(app.origin).post('/api/v1/invitations/inspect').send(body).expect(400);
  expect(text.length).toBeLessThan(4_000);
});
