import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createClient } from './rest.ts';
import { retrying, type RetryOptions } from './retry.ts';

const problem = (status: number, retryable: boolean, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify({ status, retryable }), { status, headers: { 'content-type': 'application/problem+json; charset=utf-8', ...headers } });
const ok = () => new Response('{}', { status: 200 });

interface Outcome {
  status: number | string;
  /** Milliseconds at which each try was made. */
  tries: number[];
  bodies: string[];
}

/** What becomes of a call that is answered so, one after the other; the last answer stays. */
async function call(answers: (() => Response)[], init: RequestInit = {}, options: RetryOptions = {}): Promise<Outcome> {
  const began = Date.now();
  const [tries, bodies]: [number[], string[]] = [[], []];
  const fetch = retrying(
    async (request) => {
      tries.push(Date.now() - began);
      bodies.push(await request.text());
      return (answers[tries.length - 1] ?? answers.at(-1)!)();
    },
    options,
    () => 0.5,
  );
  const answer = fetch(new Request('https://kontor.example/', init)).then(({ status }) => status, (error: Error) => error.name);
  let status: number | string | undefined;
  void answer.then((told) => (status = told));
  for (let turns = 0; status === undefined && turns < 1_000; turns += 1) await jest.advanceTimersByTimeAsync(100);
  return { status: await answer, tries, bodies };
}

beforeEach(() => void jest.useFakeTimers({ now: Date.parse('2026-11-20T02:00:00Z'), doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] }));
afterEach(() => void jest.useRealTimers());

describe('a call that may be made again', () => {
  it('waits as long as the answer asks for, in seconds or until a date', async () => {
    const seconds = await call([() => problem(429, true, { 'retry-after': '7' }), ok]);
    expect([seconds.status, seconds.tries]).toEqual([200, [0, 7_000]]);
    const date = await call([() => problem(503, true, { 'retry-after': new Date(Date.now() + 9_000).toUTCString() }), ok]);
    expect([date.status, date.tries]).toEqual([200, [0, 9_000]]);
  });

  it('waits longer after each failure where nothing is asked for, and gives up after three more tries', async () => {
    const { status, tries } = await call([() => problem(500, true)]);
    expect([status, tries]).toEqual([500, [0, 500, 1_500, 3_500]]);
  });

  it('is made again where the network or a proxy failed', async () => {
    const lost = () => {
      throw new TypeError('fetch failed');
    };
    expect(await call([lost, () => new Response('', { status: 502 }), ok])).toMatchObject({ status: 200, tries: [0, 500, 1_500] });
    expect(await call([lost], {}, { retries: 1 })).toMatchObject({ status: 'TypeError', tries: [0, 500] });
  });

  it('gives the caller what asks for more than a minute, and what another try cannot help', async () => {
    expect(await call([() => problem(429, true, { 'retry-after': '21600' })])).toMatchObject({ status: 429, tries: [0] });
    expect(await call([() => problem(404, false)])).toMatchObject({ status: 404, tries: [0] });
    expect(await call([() => problem(503, true)], {}, { retries: 0 })).toMatchObject({ status: 503, tries: [0] });
  });

  it('is one that changes nothing twice', async () => {
    for (const method of ['PUT', 'DELETE', 'GET']) expect((await call([() => problem(503, true), ok], { method })).tries).toHaveLength(2);
    for (const method of ['POST', 'PATCH']) {
      expect((await call([() => problem(503, true), ok], { method, body: 'x' })).tries).toHaveLength(1);
      const keyed = await call([() => problem(503, true), ok], { method, body: 'x', headers: { 'idempotency-key': 'k' } });
      expect(keyed.bodies).toEqual(['x', 'x']);
    }
  });

  it('ends with its signal, also while it waits', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 2_000);
    expect(await call([() => problem(429, true, { 'retry-after': '30' })], { signal: controller.signal })).toMatchObject({ status: 'AbortError', tries: [0] });
  });
});

it('is how every call of the REST client is made', async () => {
  let tries = 0;
  const fetch = () => Promise.resolve((tries += 1) === 1 ? problem(503, true, { 'retry-after': '1' }) : new Response('{"items":[]}', { headers: { 'content-type': 'application/json' } }));
  const answer = createClient({ baseUrl: 'https://kontor.example', token: 't', fetch }).GET('/api/v1/tickets');
  await jest.advanceTimersByTimeAsync(3_000);
  expect([(await answer).response.status, tries]).toEqual([200, 2]);
});
