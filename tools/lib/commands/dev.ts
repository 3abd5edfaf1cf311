import { watch } from 'node:fs';

import { messageOf } from '../failure.ts';
import { inForeground } from '../in-foreground.ts';
import type { LocalStack } from '../local-stack.ts';
import { buildAll } from '../nx.ts';
import { prepareDatabase } from '../prepare-database.ts';
import type { ServerProcess } from '../server-process.ts';
import { backendServer, frontendServer } from '../server-specs.ts';
import type { StopRequest } from '../stop-request.ts';
import { inWorkspace } from '../workspace.ts';

const SETTLE_MS = 150;
const WATCHED = ['backend/src', 'backend/migrations', 'libs/contracts/src'];

/** `npm run dev`: the same stack, where the frontend reloads by itself and the backend after each change. */
export function run(): Promise<number> {
  return inForeground(async (stack, stop) => {
    await stack.openDatabase();
    await rebuild(stack, stop);
    const frontend = stack.startServer(frontendServer(stack.settings, 'development'));
    let backend = startBackend(stack);
    const ready = [backendReady(stack, backend), frontend.ready(stack.readyUrl(stack.settings.webPort))];
    await Promise.race([stop.requested(), Promise.all(ready)]);
    if (!stop.stopping()) console.log(`\nKontor is watching:  ${stack.settings.publicUrl}\nCtrl+C stops it.`);
    onChange(stop, async () => {
      await rebuild(stack, stop);
      await backend.stop();
      if (stop.stopping()) return;
      backend = startBackend(stack);
      await backendReady(stack, backend);
      console.log('The backend runs the new code.');
    });
    return () => frontend.ended;
  });
}

async function rebuild(stack: LocalStack, stop: StopRequest): Promise<void> {
  await buildAll(['@kontor/backend'], stop.signal);
  await prepareDatabase(stack.settings, stack.database, stop);
}

function startBackend(stack: LocalStack): ServerProcess {
  return stack.startServer(backendServer(stack.settings, stack.database.urls, 'development'));
}

function backendReady(stack: LocalStack, backend: ServerProcess): Promise<void> {
  return backend.ready(stack.readyUrl(stack.settings.apiPort));
}

/** Rebuilds once after a burst of changes, and again when more came meanwhile; a failure waits for the next change. */
function onChange(stop: StopRequest, act: () => Promise<void>): void {
  let timer: NodeJS.Timeout | undefined;
  let busy = Promise.resolve();
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      busy = busy.then(act).catch((error: unknown) => {
        if (!stop.stopping()) console.error(messageOf(error));
      });
    }, SETTLE_MS);
  };
  for (const folder of WATCHED) {
    watch(inWorkspace(folder), { recursive: true, signal: stop.signal }, changed).on('error', () => undefined);
  }
}
