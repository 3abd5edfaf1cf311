import { inForeground } from '../in-foreground.ts';
import type { LocalStack } from '../local-stack.ts';
import { buildAll } from '../nx.ts';
import { prepareDatabase } from '../prepare-database.ts';
import { backendServer, frontendServer } from '../server-specs.ts';
import type { LocalSettings } from '../settings.ts';
import type { StopRequest } from '../stop-request.ts';

/** `npm start`: everything up in one go, in the foreground, until somebody stops it. */
export function run(): Promise<number> {
  return inForeground(async (stack, stop) => {
    for (const step of [announceDatabase, build, prepare, startServers]) {
      if (!stop.stopping()) await step(stack, stop);
    }
    if (!stop.stopping()) printWelcome(stack.settings);
    return () => stack.firstEnd();
  });
}

async function announceDatabase(stack: LocalStack): Promise<void> {
  console.log(stack.settings.databases ? 'Checking the database …' : 'Starting PostgreSQL …');
  await stack.openDatabase();
}

async function build(_stack: LocalStack, stop: StopRequest): Promise<void> {
  console.log('Building what has changed (about a minute the first time) …');
  await buildAll(['@kontor/backend', '@kontor/frontend'], stop.signal);
}

async function prepare(stack: LocalStack, stop: StopRequest): Promise<void> {
  console.log('Preparing the database …');
  await prepareDatabase(stack.settings, stack.database, stop);
}

async function startServers(stack: LocalStack, stop: StopRequest): Promise<void> {
  console.log('Starting backend and frontend …');
  const { settings } = stack;
  const backend = stack.startServer(backendServer(settings, stack.database.urls, 'production'));
  const frontend = stack.startServer(frontendServer(settings, 'production'));
  const ready = [backend.ready(stack.readyUrl(settings.apiPort)), frontend.ready(stack.readyUrl(settings.webPort))];
  await Promise.race([stop.requested(), Promise.all(ready)]);
}

function printWelcome(settings: LocalSettings): void {
  console.log(`\nKontor is ready:  ${settings.publicUrl}\n`);
  if (settings.demo) {
    console.log('Sign in with the password kontor-demo-2026 as');
    console.log('  Harbor Catering   owner@harbor.test, agent@harbor.test, viewer@harbor.test');
    console.log('  Dapur Nusantara   owner@nusantara.test, agent@nusantara.test');
    console.log('  both of them      both@harbor.test\n');
  }
  console.log('Ctrl+C stops it.');
}
