import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Compile } from 'typebox/schema';
import { ERRORS, type Problem } from '@kontor/contracts/errors';
import { startApp, type TestApp } from '../support/app.ts';
import { BODIES } from '../support/bodies.ts';
import { furnishedTenant, type Furnished } from '../support/furnished.ts';
import { nastyBody, nastyHeaders, nastyId, nastyQuery, nastyType } from '../support/nasty.ts';
import { send, type Answered, type Sent } from '../support/wire.ts';

const REQUESTS = 2_000;
const SEED = 20_261_120;

interface Operation {
  parameters?: { name: string; in: string }[];
  requestBody?: object;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

let app: TestApp;
let a: Furnished;
let document: Document;
let isProblem: (value: unknown) => boolean;

beforeAll(async () => {
  app = await startApp();
  a = await furnishedTenant(app);
  document = JSON.parse((await send(app.origin, { method: 'GET', path: '/api/openapi.json', headers: {} })).text) as Document;
  const problem = Compile(document.components.schemas['Problem'] as Parameters<typeof Compile>[0]);
  isProblem = (value) => problem.Check(value);
});
afterAll(() => app.close());

/** One request of an operation that the document declares, malformed in at least one way. */
function malformed(method: string, path: string, { parameters = [], requestBody }: Operation): fc.Arbitrary<Sent> {
  const names = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  const valid = BODIES[`${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`] ?? {};
  const id = path.includes('{id}') ? a.idFor(path.replace('{id}', ':id')) : '';
  const json = { 'content-type': 'application/json' };
  const body = requestBody || method === 'POST' ? JSON.stringify(valid) : undefined;
  const good: Sent = { method, path: path.replace('{id}', id), headers: body === undefined ? {} : json, ...(body === undefined ? {} : { body }) };
  const kinds: fc.Arbitrary<Sent>[] = [
    nastyQuery(names).map((query) => ({ ...good, path: good.path + query })),
    nastyHeaders.map((headers) => ({ ...good, headers: { ...good.headers, ...headers } })),
  ];
  if (id) kinds.push(nastyId.map((odd) => ({ ...good, path: path.replace('{id}', odd) })));
  if (method !== 'GET') {
    const broken = nastyBody(valid).map((raw) => ({ ...good, headers: json, body: raw }));
    kinds.push(broken, broken, broken, fc.tuple(nastyType, nastyBody(valid)).map(([type, raw]) => ({ ...good, headers: { 'content-type': type }, body: raw })));
  }
  return fc.oneof(...kinds);
}

/** What may never be told: SQL, drivers, roles, tables, paths and stacks. */
const INSIDE = /\bSELECT\b|\bINSERT INTO\b|\bUPDATE \w+ SET|syntax error|invalid input syntax|violates|relation "|column "|kontor_(app|owner|gate|system)|gate\.|pg_|postgres|node_modules|[\w-]+\.[cm]?[jt]s\b|\/(work|home|usr|tmp)\/|\bat [\w.<>]+ \(|TypeError|RangeError|Cannot read|is not a function|Unexpected (token|end)/i;

/** What is wrong with an answer, or undefined. */
function fault({ status, headers, text }: Answered): string | undefined {
  if (status >= 500) return `${status}`;
  if (headers['x-trace-id'] === undefined) return 'no trace id';
  if (status < 400) return undefined;
  if (headers['content-type'] !== 'application/problem+json; charset=utf-8') return `content type ${String(headers['content-type'])}`;
  const problem = JSON.parse(text) as Problem;
  if (!isProblem(problem) || !(problem.code in ERRORS)) return 'not a problem';
  const expected = ERRORS[problem.code];
  if (problem.status !== status || expected.status !== status || problem.title !== expected.title) return 'a problem that does not fit its code';
  if (problem.traceId !== headers['x-trace-id']) return 'another trace id';
  // Pointers repeat what the caller has sent; everything else is ours.
  const ours = JSON.stringify({ ...problem, type: '', current: undefined, errors: problem.errors?.map(({ pointer: _, ...rest }) => rest) });
  return INSIDE.exec(ours)?.[0];
}

async function faultsOf(requests: Sent[], statuses: Map<number, number>): Promise<string[]> {
  const faults: string[] = [];
  const next = requests.values();
  const worker = async () => {
    for (const sent of next) {
      // Some requests are not malformed enough and sign out: not the one who asks all the others.
      const { token } = sent.path.includes('sign-out') ? a.agent : a.owner;
      const answer = await send(app.origin, { ...sent, headers: { authorization: `Bearer ${token}`, ...sent.headers } }).catch(
        (error: unknown): Answered => ({ status: 599, headers: {}, text: String(error) }),
      );
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      const found = fault(answer);
      if (found) faults.push(`${found}: ${sent.method} ${sent.path.slice(0, 200)} ${JSON.stringify(sent.headers).slice(0, 200)} ${String(sent.body).slice(0, 120)} -> ${answer.text.slice(0, 300)}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return faults;
}

it(`answers ${REQUESTS} malformed requests with problems that tell nothing of the inside`, async () => {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => malformed(method.toUpperCase(), path, operation)),
  );
  const statuses = new Map<number, number>();
  const faults = await faultsOf(fc.sample(fc.oneof(...operations), { numRuns: REQUESTS, seed: SEED }), statuses);
  expect(faults).toEqual([]);
  const refused = [...statuses].filter(([status]) => status >= 400).reduce((sum, [, count]) => sum + count, 0);
  expect(refused).toBeGreaterThan(REQUESTS * 0.6);
  expect(statuses.get(401) ?? 0).toBeLessThan(REQUESTS * 0.1);
}, 120_000);
