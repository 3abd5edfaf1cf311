import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RelationsBody } from '../../src/tickets/relations/relations.shape.ts';
import type { TicketBody, TimelineEntryBody } from '../../src/tickets/ticket.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { newTenant, type Person } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const TICKETS = 5;
const STATUSES = ['new', 'open', 'pending', 'hold'] as const;

/** What should be: whose each message is, who was merged into whom, and what each status was. */
interface Model {
  ids: string[];
  mergedInto: (number | undefined)[];
  status: string[];
  /** The ticket that a message was written on, or that a split made of it. */
  home: Map<string, number>;
}

type Step = { kind: 'merge'; from: number; into: number } | { kind: 'unmerge' | 'reply' | 'split'; on: number } | { kind: 'move'; on: number; to: number };
const ticket = fc.nat(TICKETS - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('merge' as const), from: ticket, into: ticket }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('unmerge' as const), on: ticket }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('reply' as const, 'split' as const), on: ticket }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('move' as const), on: ticket, to: fc.nat(3) }) },
);

const holder = ({ mergedInto }: Model, n: number): number => (mergedInto[n] === undefined ? n : holder({ mergedInto } as Model, mergedInto[n]));
const timeline = async (agent: Person, id: string) => bodyOf<{ items: TimelineEntryBody[] }>(await agent.get(`/tickets/${id}/timeline?limit=100`).expect(200)).items;
const messagesOf = async (agent: Person, id: string) => (await timeline(agent, id)).filter(({ type }) => type === 'message').map((message) => message.id).sort();

/** Takes the step through the API and in the model, and finds both of one mind about whether it can be taken. */
async function take(agent: Person, model: Model, taken: Step): Promise<void> {
  const { ids, mergedInto, status, home } = model;
  if (taken.kind === 'merge') {
    const { from, into } = taken;
    const may = from !== into && mergedInto[from] === undefined && mergedInto[into] === undefined;
    await agent.post(`/tickets/${ids[from]}/merge`, { into: ids[into] }).expect(may ? 200 : from === into ? 422 : 409);
    if (may) mergedInto[from] = into;
    return;
  }
  const { on } = taken;
  if (taken.kind === 'unmerge') {
    const answer = await agent.post(`/tickets/${ids[on]}/unmerge`).expect(mergedInto[on] === undefined ? 409 : 200);
    if (mergedInto[on] !== undefined) expect(bodyOf<TicketBody>(answer).status).toBe(status[on]);
    mergedInto[on] = undefined;
    return;
  }
  const isHere = mergedInto[on] === undefined;
  if (taken.kind === 'reply') {
    const answer = await agent.post(`/tickets/${ids[on]}/reply`, { body: 'x' }).expect(isHere ? 201 : 409);
    if (!isHere) return;
    home.set(bodyOf<{ message: { id: string } }>(answer).message.id, on);
    if (status[on] === 'new') status[on] = 'open';
  } else if (taken.kind === 'move') {
    const to = STATUSES[taken.to]!;
    const answer = await agent.post(`/tickets/${ids[on]}/transition`, { status: to });
    if (answer.status === 200) status[on] = to;
  } else {
    const chosen = (await messagesOf(agent, ids[on]!)).slice(0, 1);
    if (!isHere || chosen.length === 0) return;
    const part = bodyOf<TicketBody>(await agent.post(`/tickets/${ids[on]}/split`, { messageIds: chosen, subject: 'part' }).expect(201));
    ids.push(part.id);
    mergedInto.push(undefined);
    status.push('new');
    home.set(chosen[0]!, ids.length - 1);
  }
}

it('whatever is merged, unmerged and split keeps each message exactly once, where it belongs, and each status', async () => {
  const agent = await (await newTenant(app)).join({ role: 'agent' });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 14 }), async (steps) => {
      const model: Model = { ids: [], mergedInto: [], status: [], home: new Map() };
      for (let n = 0; n < TICKETS; n += 1) {
        const made = bodyOf<TicketBody>(await agent.post('/tickets', { subject: `T${n}`, body: 'x', requester: { email: `r${n}@school.test` } }).expect(201));
        model.ids.push(made.id);
        model.mergedInto.push(undefined);
        model.status.push('new');
        model.home.set((await messagesOf(agent, made.id))[0]!, n);
      }
      for (const taken of steps) await take(agent, model, taken);
      for (const [n, id] of model.ids.entries()) {
        const expected = [...model.home].filter(([, home]) => holder(model, home) === n).map(([message]) => message).sort();
        expect(await messagesOf(agent, id)).toEqual(expected);
        const shown = bodyOf<TicketBody>(await agent.get(`/tickets/${id}`).expect(200));
        const { mergedInto } = bodyOf<RelationsBody>(await agent.get(`/tickets/${id}/relations`).expect(200));
        expect([shown.status, mergedInto?.id]).toEqual(holder(model, n) === n ? [model.status[n], undefined] : ['merged', model.ids[holder(model, n)]]);
      }
    }),
    { numRuns: 12, seed: 20_261_121 },
  );
}, 90_000);
