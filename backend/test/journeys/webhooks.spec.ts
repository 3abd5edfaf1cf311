import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '@kontor/contracts/errors';
import { WEBHOOK_SCHEDULE } from '@kontor/contracts/webhooks';
import type { DeliveryBody, DeliveryDetailBody } from '../../src/webhooks/deliveries/delivery.shape.ts';
import type { EndpointBody, EndpointWithSecretBody } from '../../src/webhooks/endpoints/endpoint.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { moveClock } from '../support/clock.ts';
import { hostileUrls } from '../support/hostile-urls.ts';
import { newTenant, type Person, type Tenant } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';
import { isSignedBy, startReceiver, type Received, type Receiver } from '../support/receiver.ts';
import { behind } from '../support/sessions.ts';
import { waitFor } from '../support/sockets.ts';

/** A hanging endpoint is given up after this; 15 s where nobody is waiting for a test. */
const TIMEOUT_MS = 3_000;
const HOUR = 3_600_000;

let app: TestApp;
let tenant: Tenant;
let owner: Person;
let receiver: Receiver;
let paths = 0;
beforeAll(async () => {
  app = await startApp({ KONTOR_EGRESS_ALLOW: '127.0.0.0/8', KONTOR_EGRESS_HTTP: 'true', KONTOR_EGRESS_PORTS: 'any', KONTOR_EGRESS_TIMEOUT: String(TIMEOUT_MS) });
  receiver = await startReceiver();
  tenant = await newTenant(app);
  owner = await tenant.join({ role: 'owner' });
});
afterAll(async () => {
  await app.close();
  await receiver[Symbol.asyncDispose]();
});

interface Endpoint extends EndpointWithSecretBody {
  path: string;
}
async function endpointOf(person: Person, more: object = {}): Promise<Endpoint> {
  const path = `/hook-${(paths += 1)}`;
  return { ...bodyOf<EndpointWithSecretBody>(await person.post('/webhook-endpoints', { url: receiver.url(path), ...more }).expect(201)), path };
}
const at = ({ path }: { path: string }) => receiver.received.filter((message) => message.path === path);
const arrived = (endpoint: Endpoint, count = 1, ms = 10_000) => waitFor(() => (at(endpoint).length >= count ? at(endpoint) : undefined), ms);
const ticket = async (person: Person, subject = 'Oven') => bodyOf<{ id: string }>(await person.post('/tickets', { subject }).expect(201)).id;
const read = async ({ id }: { id: string }, person = owner) => bodyOf<EndpointBody>(await person.get(`/webhook-endpoints/${id}`).expect(200));
const deliveries = async ({ id }: { id: string }, query = '', person = owner) => bodyOf<{ items: DeliveryBody[] }>(await person.get(`/webhook-endpoints/${id}/deliveries?limit=100${query}`).expect(200)).items;
const detail = async (id: string) => bodyOf<DeliveryDetailBody>(await owner.get(`/webhook-deliveries/${id}`).expect(200));
const subjects = (messages: Received[]) => messages.map(({ event }) => event.data?.['subject']);

describe('an endpoint', () => {
  it('is managed by owners and admins, and its secret is told once', async () => {
    const endpoint = await endpointOf(owner, { description: 'Stock', types: ['ticket_created'] });
    expect(endpoint.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const shown = await read(endpoint);
    expect(shown).toMatchObject({ description: 'Stock', types: ['ticket_created'], state: 'active', owner: { id: owner.id }, version: 1 });
    expect(JSON.stringify([shown, (await owner.get('/webhook-endpoints')).body])).not.toContain(endpoint.secret.slice(6));
    const agent = await tenant.join();
    for (const answer of [agent.get('/webhook-endpoints'), agent.post('/webhook-endpoints', { url: receiver.url('/x') }), agent.post(`/webhook-endpoints/${endpoint.id}/rotate`)]) await answer.expect(403);
    await owner.patch(`/webhook-endpoints/${endpoint.id}`, { description: 'Store' }).set('if-match', '"9"').expect(412);
    expect(bodyOf<EndpointBody>(await owner.patch(`/webhook-endpoints/${endpoint.id}`, { description: 'Store' }).expect(200))).toMatchObject({ description: 'Store', version: 2 });
    await owner.delete(`/webhook-endpoints/${endpoint.id}`).expect(204);
    await owner.get(`/webhook-endpoints/${endpoint.id}`).expect(404);
  });

  it('goes only where calls may go', async () => {
    for (const url of ['http://10.0.0.1/', 'https://user:pw@hooks.example/', 'ftp://hooks.example/', 'hooks.example', 'http://[64:ff9b::7f00:1]/']) {
      const refused = bodyOf<Problem>(await owner.post('/webhook-endpoints', { url }).expect(400));
      expect([url, refused.errors]).toMatchObject([url, [{ pointer: '/url', code: 'INVALID_VALUE' }]]);
    }
  });

  it('is sent each event once, signed, as the feed gives it, and a test on demand', async () => {
    const endpoint = await endpointOf(owner, { types: ['ticket_created'] });
    const id = await ticket(owner, 'Fridge');
    await owner.patch(`/tickets/${id}`, { priority: 'high' }).expect(200);
    const [message] = await arrived(endpoint);
    expect(isSignedBy(endpoint.secret, message!)).toBe(true);
    expect(message!.headers).toMatchObject({ 'content-type': 'application/json' });
    const feed = bodyOf<{ items: object[] }>(await owner.get(`/events?channel=tickets:updates&after=${message!.event.seq - 1}&limit=1`)).items[0];
    expect(message!.event).toEqual(feed);
    await owner.post(`/webhook-endpoints/${endpoint.id}/test`).expect(201);
    const [, test] = await arrived(endpoint, 2);
    expect(test!.event).toMatchObject({ type: 'webhook_test', data: { endpointId: endpoint.id } });
    expect(isSignedBy(endpoint.secret, test!)).toBe(true);
    const [last, first] = await waitFor(async () => {
      const log = await deliveries(endpoint);
      return log.every(({ state }) => state === 'delivered') ? log : undefined;
    });
    expect(first).toMatchObject({ id: message!.headers['webhook-id'], type: 'ticket_created', attempts: 1, status: 200, failure: null });
    expect(await detail(last!.id)).toMatchObject({ type: 'webhook_test', log: [{ number: 1, status: 200, excerpt: 'thanks' }] });
  });

  it('is signed by both secrets while one replaces the other, and verified before, meanwhile and after', async () => {
    const endpoint = await endpointOf(owner, { types: ['contact_created'] });
    const send = async (name: string) => {
      await owner.post('/contacts', { name }).expect(201);
      return waitFor(() => at(endpoint).find(({ event }) => event.data?.['name'] === name));
    };
    const before = await send('Ada');
    const { secret } = bodyOf<EndpointWithSecretBody>(await owner.post(`/webhook-endpoints/${endpoint.id}/rotate`, { overlapHours: 1 }).expect(200));
    const meanwhile = await send('Ben');
    await moveClock(app, 2 * HOUR);
    const after = await send('Cem');
    await moveClock(app, 0);
    const by = (message: Received) => [isSignedBy(endpoint.secret, message), isSignedBy(secret, message)];
    expect([by(before), by(meanwhile), by(after)]).toEqual([[true, false], [true, true], [false, true]]);
  });

  it('is sent what its owner may see, and belongs to who says where it goes', async () => {
    const narrow = await tenant.join({ role: 'admin', visibility: 'own' });
    const [wide, own] = [await endpointOf(owner, { types: ['ticket_created'] }), await endpointOf(narrow, { types: ['ticket_created'] })];
    await ticket(owner, 'Not theirs');
    await ticket(narrow, 'Theirs');
    const seen = (await arrived(own, 2)).map(({ event }) => [event.data?.['subject'] ?? null, event.redacted ?? false, event.actor.id]);
    expect(seen).toEqual(expect.arrayContaining([[null, true, null], ['Theirs', false, narrow.id]]));
    expect(subjects(await arrived(wide, 2)).sort()).toEqual(['Not theirs', 'Theirs']);
    // Who sees less changes where it goes: from then on it is sent less.
    expect(bodyOf<EndpointBody>(await narrow.patch(`/webhook-endpoints/${wide.id}`, { url: receiver.url('/elsewhere') }).expect(200)).owner.id).toBe(narrow.id);
    await ticket(owner, 'Still not theirs');
    const [elsewhere] = await arrived({ ...wide, path: '/elsewhere' });
    expect(elsewhere!.event).toMatchObject({ data: null, redacted: true });
  });

  it('whose owner leaves is disabled, until somebody else enables it', async () => {
    const leaving = await tenant.join({ role: 'admin' });
    const endpoint = await endpointOf(leaving);
    await owner.post(`/members/${leaving.id}/deactivate`).expect(200);
    expect(await read(endpoint)).toMatchObject({ state: 'disabled', disabledReason: 'departed' });
    expect(bodyOf<EndpointBody>(await owner.post(`/webhook-endpoints/${endpoint.id}/enable`).expect(200))).toMatchObject({ state: 'active', owner: { id: owner.id } });
  });
});

describe('what fails', () => {
  it('is tried again by the schedule, disables the endpoint in the end, and comes by replay', async () => {
    const workspace = await newTenant(app);
    const admin = await workspace.join({ role: 'owner' });
    const endpoint = await endpointOf(admin, { types: ['ticket_created'] });
    receiver.answers.set(endpoint.path, (reply) => reply.writeHead(503).end('not now'));
    const names = ['One', 'Two', 'Three'];
    const from = new Date(Date.now() - 1_000).toISOString();
    for (const name of names) await ticket(admin, name);
    // What came of an attempt is written down before the clock moves on. The first at the end of the schedule disables the endpoint, and so ends the others.
    const settled = (attempts: number) =>
      waitFor(async () => ((await deliveries(endpoint, '', admin)).filter((one) => one.attempts >= attempts || one.state === 'failed').length === names.length ? true : undefined), 20_000);
    let moved = 0;
    for (const [tries, seconds] of WEBHOOK_SCHEDULE.entries()) {
      // Not a moment before its time, and with the jitter not long after.
      moved += seconds * 1_000;
      if (tries > 1) await moveClock(app, moved - 2_000);
      expect(at(endpoint)).toHaveLength(tries === 0 ? at(endpoint).length : tries * names.length);
      moved += seconds * 100 + 1_000;
      await moveClock(app, moved);
      await settled(tries + 1);
    }
    const failed = await waitFor(async () => {
      const log = await deliveries(endpoint, '&state=failed', admin);
      return log.length === 3 ? log : undefined;
    });
    expect(Math.max(...failed.map(({ attempts }) => attempts))).toBe(WEBHOOK_SCHEDULE.length);
    for (const delivery of failed) expect(delivery).toMatchObject({ status: 503, failure: 'STATUS', nextAt: null });
    expect(await read(endpoint, admin)).toMatchObject({ state: 'disabled', disabledReason: 'failing' });
    await admin.post(`/webhook-endpoints/${endpoint.id}/replay`, { from }).expect(409);
    // It is back.
    const before = at(endpoint).length;
    receiver.answers.delete(endpoint.path);
    await admin.post(`/webhook-endpoints/${endpoint.id}/enable`).expect(200);
    const until = new Date(Date.now() + moved + 60_000).toISOString();
    expect(bodyOf(await admin.post(`/webhook-endpoints/${endpoint.id}/replay`, { from, until }).expect(200))).toEqual({ count: 3 });
    const replayed = (await arrived(endpoint, before + names.length)).slice(-names.length);
    expect(subjects(replayed).sort()).toEqual([...names].sort());
    expect(replayed.every((message) => isSignedBy(endpoint.secret, message))).toBe(true);
    // A receiver that took one knows it by its id.
    expect(new Set(at(endpoint).map(({ headers }) => headers['webhook-id'])).size).toBe(3);
    await moveClock(app, 0);
  }, 60_000);

  it('with 410 disables at once; a redirect is followed by nobody', async () => {
    const [gone, moved] = [await endpointOf(owner, { types: ['team_created'] }), await endpointOf(owner, { types: ['team_created'] })];
    receiver.answers.set(gone.path, (reply) => reply.writeHead(410).end());
    receiver.answers.set(moved.path, (reply) => reply.writeHead(302, { location: receiver.url('/trap') }).end('over there'));
    await owner.post('/teams', { name: 'Night' }).expect(201);
    await waitFor(async () => ((await read(gone)).disabledReason === 'gone' ? true : undefined));
    const [waiting] = await waitFor(async () => {
      const log = await deliveries(moved);
      return log[0]?.attempts === 1 ? log : undefined;
    });
    expect(waiting).toMatchObject({ state: 'waiting', status: 302, failure: 'STATUS', nextAt: expect.anything() });
    expect(at({ path: '/trap' })).toEqual([]);
  });

  it('by hanging delays no other: their 95th percentile stays below 2 s', async () => {
    const hanging = await endpointOf(owner, { types: ['company_created'] });
    const others = [await endpointOf(owner, { types: ['company_created'] }), await endpointOf(owner, { types: ['company_created'] })];
    receiver.answers.set(hanging.path, () => undefined);
    const sentAt = new Map<string, number>();
    for (let n = 0; n < 25; n += 1) {
      await owner.post('/companies', { name: `Company ${n}` }).expect(201);
      sentAt.set(`Company ${n}`, Date.now());
    }
    const delays: number[] = [];
    for (const other of others) for (const { event, at } of await arrived(other, 25)) delays.push(at - sentAt.get(event.data!['name'] as string)!);
    const p95 = delays.sort((a, b) => a - b)[Math.floor(delays.length * 0.95)]!;
    expect(p95).toBeLessThan(2_000);
    expect(at(hanging).length).toBeLessThanOrEqual(2);
    await owner.post(`/webhook-endpoints/${hanging.id}/disable`).expect(200);
  }, 30_000);
});

it('of 60 hostile addresses that were saved and fired none reaches a listener on this machine', async () => {
  let connections = 0;
  const canary = createServer((socket) => void ((connections += 1), socket.destroy()));
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
  const { port } = canary.address() as { port: number };
  await using open = await startApp({ KONTOR_EGRESS_HTTP: 'true', KONTOR_EGRESS_PORTS: 'any', KONTOR_EGRESS_TIMEOUT: '2000' });
  const person = await (await newTenant(open)).join({ role: 'owner' });
  const urls = hostileUrls(port);
  // By the way that is open to members, and past it, as if the rules of today had not been those of yesterday.
  const { id } = bodyOf<EndpointWithSecretBody>(await person.post('/webhook-endpoints', { url: 'https://hooks.example/' }).expect(201));
  for (const url of urls) {
    const { status } = await person.post('/webhook-endpoints', { url });
    expect([url, status]).toEqual([url, url.includes('.example:') && !/[@%]/.test(url) ? 201 : 400]);
    await behind(open, `UPDATE webhook_endpoints SET url = $2 WHERE id = $1`, [id, url]);
    const test = bodyOf<DeliveryBody>(await person.post(`/webhook-endpoints/${id}/test`).expect(201));
    const tried = await waitFor(async () => {
      const now = bodyOf<DeliveryDetailBody>(await person.get(`/webhook-deliveries/${test.id}`));
      return now.attempts === 1 ? now : undefined;
    }, 10_000);
    expect([url, tried.failure]).toEqual([url, url.includes('.example:') && !/[@%]/.test(url) ? 'UNRESOLVED' : 'REFUSED']);
  }
  expect(connections).toBe(0);
  canary.close();
}, 60_000);
