import { claimPorts } from './ports.ts';
import { startStack } from './stack.ts';

/** One Kontor for all journeys. Workers find its data by the environment. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const { settings, stop } = await startStack(await claimPorts());
  process.env.KONTOR_TEST_DATA_DIR = settings.dataDir;
  return stop;
}
