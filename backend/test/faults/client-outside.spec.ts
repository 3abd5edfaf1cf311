import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WEB_ORIGIN } from '../support/app.ts';
import { BackendProcess } from '../support/backend-process.ts';
import { numbers } from '../support/events.ts';
import { installOutside, type Outside, type Program } from '../support/outside-program.ts';
import { newKey } from '../support/keys.ts';
import { newTenant, type Person } from '../support/people.ts';
import { waitFor } from '../support/sockets.ts';

const README = new URL('../../../libs/client/README.md', import.meta.url);
/** Lists, creates, listens, and says what comes. */
const PROGRAM = `
import { RealtimeClient, TokenRefused } from '@kontor/client/realtime';
import { createClient, type Schemas } from '@kontor/client/rest';
import { TICKET_STATUSES } from '@kontor/client/contracts/tickets';
import { io } from 'socket.io-client';

const { KONTOR_API: baseUrl = '', KONTOR_WEB: origin = '', KONTOR_TOKEN = '' } = process.env;
const kontor = createClient({ baseUrl, token: () => KONTOR_TOKEN });
const created = await kontor.POST('/api/v1/tickets', { body: { subject: 'From outside', priority: 'high' } });
const list = await kontor.GET('/api/v1/tickets', { params: { query: { status: [...TICKET_STATUSES] } } });
const first: Schemas['Ticket'] | undefined = created.data;
console.log('listed', list.data?.items.length, first?.subject);
const wrong = await kontor.GET('/api/v1/tickets/{id}', { params: { path: { id: '0199c1d4-7b1e-7c55-9f3a-2f6f5f0a9d10' } } });
console.log('wrong', wrong.response.status, (wrong.error as { code?: string } | undefined)?.code);

async function token(): Promise<string> {
  const { data, response } = await kontor.POST('/api/v1/realtime/tokens');
  console.log('token', response.status);
  if (response.status === 401) throw new TokenRefused('The session is over.');
  if (!data) throw new Error('No token.');
  return data.token;
}
const live = new RealtimeClient({ baseUrl, origin, token, io, onState: (state) => console.log('state', state) });
live.subscribe('tickets:updates', {
  since: 0,
  onEvent: ({ seq, type }) => console.log('event', seq, type),
  onResync: () => console.log('resync'),
});
live.connect();
`;

/** Follows the tickets by a key that may nothing else. */
const FOLLOWER = `
import { RealtimeClient } from '@kontor/client/realtime';
import { createClient } from '@kontor/client/rest';
import { io } from 'socket.io-client';

const { KONTOR_API: baseUrl = '', KONTOR_KEY: token = '' } = process.env;
const { response } = await createClient({ baseUrl, token }).GET('/api/v1/tickets');
console.log('tickets', response.status);
const live = new RealtimeClient({ baseUrl, token, io, onState: (state) => console.log('state', state) });
live.subscribe('tickets:updates', { since: 0, onEvent: ({ seq }) => console.log('event', seq), onResync: () => console.log('resync') });
live.connect();
`;

let backend: BackendProcess;
let outside: Outside;
const running: Program[] = [];
beforeAll(async () => {
  [backend, outside] = await Promise.all([BackendProcess.open(), installOutside()]);
}, 120_000);
afterAll(async () => {
  for (const { child } of running) child.kill('SIGKILL');
  await Promise.all([backend.close(), outside.remove()]);
});

async function start(file: string, source: string, agent: Person, key = ''): Promise<Program> {
  await writeFile(join(outside.folder, file), source);
  const program = outside.start(file, { KONTOR_API: backend.origin, KONTOR_WEB: WEB_ORIGIN, KONTOR_TOKEN: agent.token, KONTOR_KEY: key });
  running.push(program);
  return program;
}

const createMany = async (agent: Person, count: number) => {
  for (const number of numbers(1, count)) await agent.post('/tickets', { subject: `Ticket ${number}` }).expect(201);
};

it('a program outside lists, creates and hears every event once, over a killed server, and so does one by a key scoped events:read', async () => {
  const agent = await (await newTenant(backend)).join();
  await createMany(agent, 2);
  const program = await start('program.ts', PROGRAM, agent);
  const { lines } = program;
  const key = await newKey(agent, ['events:read']);
  const follower = await start('follower.ts', FOLLOWER, agent, key.token);
  const heardBy = (program: Program) => program.lines.filter((line) => line.startsWith('event')).map((line) => Number(line.split(' ')[1]));
  const heard = () => heardBy(program);
  const until = (seq: number) => waitFor(() => heard().at(-1) === seq || undefined, 20_000).catch(() => expect(lines).toContain(`event ${seq}`));
  await until(3);
  await createMany(agent, 2);
  await until(5);
  await backend.end('SIGKILL');
  await waitFor(() => lines.includes('state reconnecting') || undefined);
  await backend.start();
  await createMany(agent, 3);
  await until(8);
  expect(heard()).toEqual(numbers(1, 8));
  expect(lines).toEqual(expect.arrayContaining(['listed 3 From outside', 'wrong 404 NOT_FOUND', 'state connecting', 'state live']));
  expect(lines).not.toContain('resync');
  await waitFor(() => heardBy(follower).at(-1) === 8 || undefined, 20_000).catch(() => expect(follower.lines).toContain('event 8'));
  expect(heardBy(follower)).toEqual(numbers(1, 8));
  expect(follower.lines).toContain('tickets 403');
  expect(follower.lines).not.toContain('resync');
  await agent.post(`/api-keys/${key.id}/revoke`).expect(200);
  await waitFor(() => follower.lines.includes('state refused') || undefined, 20_000);
  await agent.post('/auth/sign-out').expect(204);
  await waitFor(() => lines.includes('state refused') || undefined, 20_000);
}, 90_000);

it('the example of the README runs as it stands, in 15 lines', async () => {
  const example = /```ts\n([\s\S]*?)```/.exec(await readFile(README, 'utf8'))?.[1] ?? '';
  expect(example.trim().split('\n').length).toBeLessThanOrEqual(15);
  const agent = await (await newTenant(backend)).join();
  await createMany(agent, 1);
  const { lines } = await start('example.ts', example, agent, (await newKey(agent, ['ticket:read', 'events:read'])).token);
  await waitFor(() => lines.includes('live') || undefined, 20_000).catch(() => expect(lines).toContain('live'));
  expect(lines).toEqual(expect.arrayContaining(['#1 Ticket 1', 'read the tickets anew']));
  await createMany(agent, 1);
  await waitFor(() => lines.includes('2 ticket_created') || undefined);
}, 60_000);

it('its types hold outside, and refuse what the API does not have', async () => {
  const wrong = PROGRAM.replace(`'high'`, `'highest'`).replace(`'/api/v1/realtime/tokens'`, `'/api/v1/realtime/token'`).replace('list.data?.items', 'list.data?.tickets');
  await writeFile(join(outside.folder, 'wrong.ts'), wrong);
  const said = await outside.check('program.ts', 'wrong.ts');
  const errors = said.filter((line) => line.includes('error TS'));
  expect(errors.filter((line) => !line.startsWith('wrong.ts'))).toEqual([]);
  const places = [...wrong.split('\n').entries()].filter(([, line]) => /'highest'|\?\.tickets|realtime\/token'/.test(line));
  expect(places).toHaveLength(3);
  for (const [index] of places) expect(errors.some((error) => error.startsWith(`wrong.ts(${index + 1},`))).toBe(true);
}, 60_000);
