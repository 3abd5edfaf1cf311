import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Presence, PresenceAnswer, PresenceState } from '@kontor/contracts/realtime';
import type { TicketBody } from '../../src/tickets/ticket.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { newTenant, type Person, type Tenant } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';
import { connect, waitFor, type Listener } from '../support/sockets.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

interface Watcher extends Listener {
  heard: Presence[];
  present: (resource: string, state?: PresenceState) => Promise<PresenceAnswer>;
}

async function watch(person: Person): Promise<Watcher> {
  const listener = await connect(app, person.token);
  const heard: Presence[] = [];
  listener.socket.on('presence', (presence) => heard.push(presence));
  return { ...listener, heard, present: (resource, state = 'looking') => listener.socket.emitWithAck('presence', { resource, state }) };
}

async function team(): Promise<{ tenant: Tenant; tom: Person; ida: Person; resource: string }> {
  const tenant = await newTenant(app);
  const [tom, ida] = [await tenant.join({ name: 'Tom Becker' }), await tenant.join({ name: 'Ida Sommer' })];
  const { id } = bodyOf<TicketBody>(await tom.post('/tickets', { subject: 'Oven' }).expect(201));
  return { tenant, tom, ida, resource: `tickets/${id}` };
}

const states = ({ heard }: Watcher) => heard.map(({ state }) => state);
const until = (watcher: Watcher, ...expected: PresenceState[]) =>
  waitFor(() => (states(watcher).join() === expected.join() ? true : undefined)).catch(() => expect(states(watcher)).toEqual(expected));

it('tells those at a ticket who else looks and types, two tabs of one person as one, and who is gone', async () => {
  const { tom, ida, resource } = await team();
  const [one, first, second] = [await watch(tom), await watch(ida), await watch(ida)];
  expect(await one.present(resource)).toEqual({ ok: true, resource, present: [] });
  const who = { id: tom.id, name: 'Tom Becker' };
  expect(await first.present(resource)).toEqual({ ok: true, resource, present: [{ resource, who, state: 'looking' }] });
  await second.present(resource, 'typing');
  await until(one, 'looking', 'typing');
  expect(one.heard[1]).toEqual({ resource, who: { id: ida.id, name: 'Ida Sommer' }, state: 'typing' });
  await second.present(resource, 'gone');
  await until(one, 'looking', 'typing', 'looking');
  first.close();
  await until(one, 'looking', 'typing', 'looking', 'gone');
  expect(first.heard).toEqual([]);
  [one, second].forEach(({ close }) => close());
});

it('is open to those only who may see the ticket, and tells nobody else', async () => {
  const { tenant, tom, ida, resource } = await team();
  const narrow = await tenant.join({ visibility: 'own' });
  const stranger = await (await newTenant(app)).join();
  const [one, outsider, foreign, elsewhere] = [await watch(tom), await watch(narrow), await watch(stranger), await watch(ida)];
  await one.present(resource);
  for (const watcher of [outsider, foreign]) {
    expect(await watcher.present(resource)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  }
  await one.present(resource, 'typing');
  await elsewhere.present(resource);
  await until(one, 'looking');
  expect([outsider, foreign].flatMap(({ heard }) => heard)).toEqual([]);
  [one, outsider, foreign, elsewhere].forEach(({ close }) => close());
});

it('puts out whoever the ticket is taken from, and whoever loses the right to it', async () => {
  const { tenant, tom, resource } = await team();
  const owner = await tenant.join({ role: 'owner' });
  const narrow = await tenant.join({ visibility: 'own' });
  await tom.post(`/${resource}/assign`, { assigneeId: narrow.id }).expect(200);
  const [one, out] = [await watch(tom), await watch(narrow)];
  await one.present(resource);
  await out.present(resource);
  await until(one, 'looking');
  await tom.post(`/${resource}/assign`, { assigneeId: null }).expect(200);
  await until(one, 'looking', 'gone');
  await one.present(resource, 'typing');
  expect(out.heard).toEqual([]);
  expect(await out.present(resource)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });

  await tom.post(`/${resource}/assign`, { assigneeId: narrow.id }).expect(200);
  await out.present(resource);
  await until(one, 'looking', 'gone', 'looking');
  await owner.post(`/members/${narrow.id}/deactivate`).expect(200);
  await until(one, 'looking', 'gone', 'looking', 'gone');
  one.close();
});

it('keeps one connection at ten places, and leaves the first for an eleventh', async () => {
  const { tom, ida, resource } = await team();
  const [one, busy] = [await watch(tom), await watch(ida)];
  await one.present(resource);
  await busy.present(resource);
  for (let n = 0; n < 10; n += 1) await busy.present(`tickets/${bodyOf<TicketBody>(await tom.post('/tickets', { subject: 'Oven' }).expect(201)).id}`);
  await until(one, 'looking', 'gone');
  [one, busy].forEach(({ close }) => close());
});

it('refuses what is no resource or no state', async () => {
  const { tom, resource } = await team();
  const { socket, close } = await watch(tom);
  const ask = (request: object): Promise<unknown> => socket.emitWithAck('presence', request as never);
  for (const [request, pointer] of [
    [{ resource: 'tickets/1', state: 'looking' }, '/resource'],
    [{ resource: resource.replace('tickets', 'secrets'), state: 'looking' }, '/resource'],
    [{ resource, state: 'asleep' }, '/state'],
    [{ resource, state: 'looking', who: tom.id }, '/who'],
  ] as const) {
    expect(await ask(request)).toMatchObject({ ok: false, error: { code: 'VALIDATION_FAILED', errors: [{ pointer }] } });
  }
  expect(await ask({ resource: `contacts/${tom.id}`, state: 'looking' })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  close();
});
