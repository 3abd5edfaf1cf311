import { resolve } from 'node:path';

import { EnvironmentReader, SettingError } from '../../backend/src/platform/config/environment.ts';
import { Failure } from './failure.ts';
import { loadEnvFile, workspaceRoot } from './workspace.ts';

export interface DatabaseUrls {
  app: string;
  owner: string;
  system: string;
}

export interface LocalSettings {
  host: string;
  webPort: number;
  apiPort: number;
  dataDir: string;
  publicUrl: string;
  apiUrl: string;
  gatewayUrl: string;
  forwardSecret: string | undefined;
  encryptionKeys: string | undefined;
  /** Undefined: the embedded PostgreSQL. */
  databases: DatabaseUrls | undefined;
  /** Demo tenants: in the embedded PostgreSQL only, and there unless they are declined. */
  demo: boolean;
}

const PORTS = { min: 1, max: 65_535 };

/** What the tools themselves need to know; the rest is checked by the settings of backend and frontend. */
export function readSettings(): LocalSettings {
  loadEnvFile();
  return orFailure(() => {
    const read = new EnvironmentReader(process.env);
    const host = read.text('KONTOR_HOST', '127.0.0.1');
    const webPort = read.whole('KONTOR_WEB_PORT', 3000, PORTS);
    const apiPort = read.whole('KONTOR_API_PORT', 4000, PORTS);
    if (webPort === apiPort) throw new SettingError(`KONTOR_WEB_PORT and KONTOR_API_PORT are both ${webPort}.`);
    const databases = readDatabases(read);
    return {
      host,
      webPort,
      apiPort,
      dataDir: resolve(workspaceRoot, read.text('KONTOR_DATA_DIR', '.kontor')),
      publicUrl: read.origin('KONTOR_PUBLIC_URL', `http://localhost:${webPort}`),
      apiUrl: read.origin('KONTOR_API_URL', `http://${loopbackOf(host)}:${apiPort}`),
      gatewayUrl: read.origin('KONTOR_GATEWAY_URL', `http://localhost:${apiPort}`),
      forwardSecret: read.optional('KONTOR_FORWARD_SECRET'),
      encryptionKeys: read.optional('KONTOR_ENCRYPTION_KEYS'),
      databases,
      demo: databases === undefined && read.flag('KONTOR_DEMO', true),
    };
  });
}

/** A setting that is wrong is the reader's to mend, not a bug. */
export function orFailure<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof Error ? new Failure(error.message, { cause: error }) : error;
  }
}

/** An address at which this machine reaches a server that is bound to `host`. */
export function loopbackOf(host: string): string {
  if (host === '0.0.0.0' || host === 'localhost') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

function readDatabases(read: EnvironmentReader): DatabaseUrls | undefined {
  const names = ['DATABASE_URL', 'DATABASE_MIGRATION_URL', 'DATABASE_SYSTEM_URL'];
  const given = names.filter((name) => read.optional(name) !== undefined);
  if (given.length === 0) return undefined;
  const missing = names.find((name) => !given.includes(name));
  if (missing) throw new SettingError(`${missing} is not set: ${given.join(' and ')} alone will not do.`);
  if (read.flag('KONTOR_DEMO', false)) {
    throw new SettingError('KONTOR_DEMO=true is refused with DATABASE_URL: demo data is for the embedded one.');
  }
  return {
    app: read.postgres('DATABASE_URL'),
    owner: read.postgres('DATABASE_MIGRATION_URL'),
    system: read.postgres('DATABASE_SYSTEM_URL'),
  };
}
