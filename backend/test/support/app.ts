import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DynamicModule } from '@nestjs/common';
import { AppModule } from '../../src/app.module.ts';
import { readSettings, type Settings } from '../../src/platform/config/settings.ts';
import { createApp } from '../../src/platform/http/create-app.ts';
import { setLogLevel } from '../../src/platform/telemetry/logger.ts';
import { copyTemplate, type Database } from './databases.ts';

/** Limits are tested where they are the subject; elsewhere they are out of the way. */
export const ROOMY = {
  KONTOR_LIMIT_ADDRESS: '1000000',
  KONTOR_LIMIT_PUBLIC: '1000000',
  KONTOR_LIMIT_READ: '1000000',
  KONTOR_LIMIT_USER_ACTION: '1000000',
  KONTOR_LIMIT_EXPENSIVE: '1000000',
  KONTOR_LIMIT_SIGN_IN: '1000',
  KONTOR_QUOTA_PASSWORD_RESET: '1000',
};

export interface TestApp extends AsyncDisposable {
  nest: NestFastifyApplication;
  settings: Settings;
  database: Database;
  /** `http://127.0.0.1:<port>` */
  origin: string;
  close: () => Promise<void>;
}

/** An application to talk to, in this process or in another. */
export type Reachable = Pick<TestApp, 'origin' | 'database'>;

export const FORWARD_SECRET = 'a secret that frontend and backend hold';
export const ENCRYPTION_KEYS = 'a key that only the backend holds on to';
export const WEB_ORIGIN = 'http://localhost:3000';

/** The real application, listening, over a database of its own. A test that starts one says `await using`, so that it ends also where the test fails. */
export async function startApp(
  overrides: Record<string, string> = {},
  module: (settings: Settings) => DynamicModule = (settings) => AppModule.with(settings),
): Promise<TestApp> {
  const database = await copyTemplate();
  const folder = await mkdtemp(join(tmpdir(), 'kontor-files-'));
  const settings = readSettings({
    ...ROOMY,
    DATABASE_URL: database.url('app'),
    DATABASE_SYSTEM_URL: database.url('system'),
    KONTOR_FORWARD_SECRET: FORWARD_SECRET,
    KONTOR_ENCRYPTION_KEYS: ENCRYPTION_KEYS,
    KONTOR_PUBLIC_URL: WEB_ORIGIN,
    KONTOR_API_PORT: '0',
    KONTOR_FILES_DIR: folder,
    ...overrides,
  });
  setLogLevel('silent');
  return serve(database, settings, module(settings), async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });
}

/** One more process of `app`, as far as one process can be two: another application over the same database and files. */
export function startBeside({ database, settings }: TestApp, overrides: Partial<Settings> = {}): Promise<TestApp> {
  const own = { ...settings, ...overrides };
  return serve(database, own, AppModule.with(own), () => Promise.resolve());
}

async function serve(database: Database, settings: Settings, module: DynamicModule, cleanUp: () => Promise<void>): Promise<TestApp> {
  const nest = await createApp(module, settings);
  await nest.listen(0, '127.0.0.1');
  const origin = (await nest.getUrl()).replace('[::1]', '127.0.0.1');
  const close = async () => {
    await nest.close();
    await cleanUp();
  };
  return { nest, settings, database, origin, close, [Symbol.asyncDispose]: close };
}
