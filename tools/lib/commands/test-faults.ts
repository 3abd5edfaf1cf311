import { StopRequest } from '../stop-request.ts';
import { cleanUp, createScratch } from '../testing/scratch.ts';
import { faults } from '../testing/steps.ts';

/** `npm run test:faults`: what becomes of everybody when a process dies, too long for every `npm test`. Arguments go to Jest. */
export async function run(): Promise<number> {
  const stop = new StopRequest();
  const scratch = await createScratch();
  try {
    return (await faults.run({ scratch, rest: process.argv.slice(2), signal: stop.signal })).code;
  } finally {
    await cleanUp(scratch);
  }
}
