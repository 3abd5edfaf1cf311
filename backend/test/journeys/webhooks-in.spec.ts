import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import request from 'supertest';
import type { Problem } from '@kontor/contracts/errors';
import type { TicketBody } from '../../src/tickets/ticket.shape.ts';
import type { ConnectionWithSecretBody, ReceiptBody } from '../../src/webhooks/incoming/connection.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { newTenant, type Person } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';
import { behind } from '../support/sessions.ts';
import { sendSigned } from '../support/signed.ts';
import { waitFor } from '../support/sockets.ts';

let app: TestApp;
let owner: Person;
let shop: ConnectionWithSecretBody;
beforeAll(async () => {
  app = await startApp();
  owner = await (await newTenant(app)).join({ role: 'owner' });
  shop = await connection();
});
afterAll(() => app.close());

const connection = async (more: object = {}) => bodyOf<ConnectionWithSecretBody>(await owner.post('/webhook-connections', { provider: 'standard', name: 'Shop', ...more }).expect(201));
const message = (thread: string, body: string) => ({ type: 'message_received', data: { thread, from: { email: 'rosa@school.test', name: 'Rosa' }, subject: 'Order 17', body } });
const receipts = async ({ id } = shop) => bodyOf<{ items: ReceiptBody[] }>(await owner.get(`/webhook-connections/${id}/receipts`).expect(200)).items;
const worked = (messageId: string, from = shop) => waitFor(async () => (await receipts(from)).find((receipt) => receipt.messageId === messageId && receipt.state !== 'waiting'), 10_000);

it('a new conversation becomes a ticket, and what follows its answers; a delivery that comes again is taken once', async () => {
  const [first, second] = [randomUUID(), randomUUID()];
  const began = Date.now();
  await sendSigned(app, shop, message('17', 'Where is it?'), { id: first }).expect(204);
  expect(Date.now() - began).toBeLessThan(500);
  const { ticket } = await worked(first);
  const made = bodyOf<TicketBody>(await owner.get(`/tickets/${ticket!.id}`).expect(200));
  expect(made).toMatchObject({ subject: 'Order 17', status: 'new', preview: 'Where is it?', requester: { email: 'rosa@school.test' }, createdBy: { id: owner.id } });
  await owner.post(`/tickets/${made.id}/assign`, { assigneeId: owner.id }).expect(200);
  await owner.post(`/tickets/${made.id}/transition`, { status: 'pending' }).expect(200);
  for (let again = 0; again < 3; again += 1) await sendSigned(app, shop, message('17', 'It came.'), { id: second }).expect(204);
  expect((await worked(second)).ticket?.id).toBe(made.id);
  expect(bodyOf(await owner.get(`/tickets/${made.id}`))).toMatchObject({ status: 'open', preview: 'It came.' });
  // Who looks after it is told, also where it was taken in their own name.
  expect(bodyOf<{ items: object[] }>(await owner.get('/notifications')).items).toMatchObject([{ kind: 'replied', ticket: { id: made.id }, actor: null }]);
  const { items } = bodyOf<{ items: { type: string; body: string }[] }>(await owner.get(`/tickets/${made.id}/timeline`));
  expect(items.filter(({ type }) => type === 'message').map(({ body }) => body).sort()).toEqual(['It came.', 'Where is it?']);
});

it('what is not signed, or not now, or changed on the way, is refused before it is read', async () => {
  const stranger = await connection();
  const refused = [
    sendSigned(app, { ...shop, secret: stranger.secret }, message('18', 'x')),
    sendSigned(app, shop, message('18', 'x'), { at: new Date(Date.now() - 600_000) }),
    sendSigned(app, shop, message('18', 'x'), { body: '{"type":"message_received"}' }),
    sendSigned(app, shop, message('18', 'x'), { body: 'no json' }),
    request(app.origin).post(shop.path).send(message('18', 'x')),
  ];
  for (const answer of refused) expect(bodyOf<Problem>(await answer.expect(401)).code).toBe('SIGNATURE_INVALID');
  await sendSigned(app, { ...shop, path: shop.path.replace(shop.id, randomUUID()) }, message('18', 'x')).expect(404);
  await sendSigned(app, { ...shop, path: shop.path.replace('standard', 'calcom') }, message('18', 'x')).expect(404);
  await request(app.origin).post(shop.path).set('content-type', 'text/plain').send('x').expect(415);
  await sendSigned(app, shop, message('18', 'x'.repeat(300_000))).expect(413);
});

it('what is signed and makes no sense is kept as refused, and says why', async () => {
  for (const [text, problem] of [['no json', /^MALFORMED_REQUEST/], ['{"type":"other"}', /\/type/], [JSON.stringify({ type: 'message_received', data: { thread: '1', from: { email: 'x' }, body: '' } }), /email|body/]] as const) {
    const id = randomUUID();
    await sendSigned(app, shop, text, { id }).expect(204);
    expect(await worked(id)).toMatchObject({ state: 'refused', problem: expect.stringMatching(problem), ticket: null });
  }
});

it('takes a sender’s own secret, none that is short, and two while they change', async () => {
  for (const secret of ['whsec_c2hvcnQ=', 'plain text', `whsec_${Buffer.alloc(65).toString('base64')}`]) await owner.post('/webhook-connections', { provider: 'standard', name: 'x', secret }).expect(400);
  const own = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
  const given = await connection({ secret: own });
  const next = bodyOf<ConnectionWithSecretBody>(await owner.post(`/webhook-connections/${given.id}/rotate`).expect(200));
  for (const secret of [own, next.secret]) await sendSigned(app, { ...given, secret }, message('19', 'x')).expect(204);
  await behind(app, `UPDATE webhook_connections SET previous_until = now() - interval '1 second' WHERE id = $1`, [given.id]);
  await sendSigned(app, { ...given, secret: own }, message('19', 'x')).expect(401);
  // A secret that nothing here can read is a connection that is not set up, not one that is open.
  await behind(app, `UPDATE webhook_connections SET secret = '\\x00' WHERE id = $1`, [given.id]);
  await sendSigned(app, next, message('19', 'x')).expect(503);
  await owner.post(`/webhook-connections/${given.id}/disable`).expect(200);
  await sendSigned(app, next, message('19', 'x')).expect(404);
});
