import { isDeepStrictEqual } from 'node:util';
import type { Person, Seeded } from '../database/seed.ts';
import type { MeasuredServer } from '../processes/servers.ts';
import { Failure } from '../../../tools/lib/failure.ts';
import { pathsOf } from './requests.ts';

/** A comparison means something only where both servers do the same work: their answers are compared before their speed. */
export async function requireSameAnswers(kontor: MeasuredServer, bare: MeasuredServer, seeded: Seeded): Promise<void> {
  const person = seeded.people[0]!;
  for (const scenario of ['list', 'ticket', 'members', 'feed'] as const) {
    for (const path of pathsOf(scenario, person, 0, seeded).slice(0, 2)) {
      const [ours, theirs] = [await answerOf(kontor, person, path), await answerOf(bare, person, path)];
      if (isDeepStrictEqual(ours, theirs)) continue;
      throw new Failure(`The servers do not answer the same to ${path}:\n${told(ours, theirs)}\n${told(theirs, ours)}`);
    }
  }
}

async function answerOf({ port }: MeasuredServer, { token }: Person, path: string): Promise<unknown> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
  return answer.json();
}

/** A little of both, from shortly before they part. */
function told(answer: unknown, other: unknown): string {
  const [text, otherText] = [JSON.stringify(answer), JSON.stringify(other)];
  let parting = 0;
  while (parting < text.length && text[parting] === otherText[parting]) parting += 1;
  return text.slice(Math.max(0, parting - 200), parting + 300);
}
