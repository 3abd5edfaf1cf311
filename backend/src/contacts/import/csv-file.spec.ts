import { describe, expect, it } from '@jest/globals';
import { readCsv } from './csv-file.ts';

const MB = 1_048_576;

/** Turns of the event loop that others had meanwhile. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  let isOver = false;
  const turn = () => {
    turns += 1;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  await work.finally(() => (isOver = true));
  return turns;
}

describe('a file that is made to be a burden', () => {
  it.each([
    ['millions of cells in a row', `name,email\n${','.repeat(9 * MB)}`, 'Line 2 has more than 200 cells.'],
    ['millions of columns', ','.repeat(9 * MB), 'Line 1 has more than 200 cells.'],
    ['a cell of megabytes', `name\n${'a'.repeat(9 * MB)}`, 'Line 2 has more than 65536 characters, or a quote in it has no end.'],
    ['a quote without end', `name\n"${'a,\n'.repeat(3 * MB)}`, /^Line \d+ has more than 65536 characters, or a quote in it has no end\.$/],
  ])('%s is refused where the bound is, not at its end', async (_, text, message) => {
    const refused = expect(readCsv(Buffer.from(text))).rejects.toMatchObject({ extras: { errors: [{ code: 'TOO_LARGE', message: expect.stringMatching(message) }] } });
    // To its end there are more than a hundred.
    expect(await turnsDuring(refused)).toBeLessThan(20);
  });

  it('keeps nobody else waiting while it is read', async () => {
    const bytes = Buffer.from(`name,email\n${'Rosa Lind,rosa@school.test\n'.repeat(40_000)}`);
    expect(await turnsDuring(readCsv(bytes))).toBeGreaterThan(10);
  });
});
