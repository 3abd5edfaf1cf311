import { packClient } from '../packed-client.ts';
import { inWorkspace } from '../workspace.ts';

/** Makes the client library a file that programs outside the workspace install. */
export async function run(): Promise<number> {
  console.log(await packClient(inWorkspace('libs', 'client', 'dist')));
  return 0;
}
