import { join, resolve } from 'node:path';
import { ATTACHMENT_LIMITS, ATTACHMENT_TYPES, USUAL_ATTACHMENT_ENDINGS, type AttachmentEnding } from '@kontor/contracts/attachments';
import { isLoopbackHost, loopbackTwin } from '@kontor/contracts/hosts';
import { MODULES, type ModuleName } from '@kontor/contracts/permissions';
import { readEgress } from './egress.ts';
import { EnvironmentReader, SettingError } from './environment.ts';
import { readMail } from './mail-settings.ts';
import { proxyList } from './proxies.ts';

/** Every setting of the backend, checked and frozen. `process.env` is read nowhere else. */
export type Settings = ReturnType<typeof readSettings>;

/** What one process does: answer REST, hold the sockets, or do what nobody waits for. */
const ROLES = ['api', 'realtime', 'worker'] as const;

const DAY_MS = 86_400_000;

/** Injection token of the settings object. */
export const SETTINGS = Symbol('settings');

/** @throws SettingError naming the variable that is missing or wrong. */
export function readSettings(environment: Record<string, string | undefined> = process.env) {
  const read = new EnvironmentReader(environment);
  const webPort = read.whole('KONTOR_WEB_PORT', 3000, { min: 1, max: 65_535 });
  const demo = read.flag('KONTOR_DEMO', false);
  const publicUrl = read.origin('KONTOR_PUBLIC_URL', `http://localhost:${webPort}`);
  checkPlainHttp(publicUrl, read.flag('KONTOR_INSECURE_HTTP', false));
  const roles = read.some('KONTOR_ROLES', ROLES);
  const redisUrl = read.redis('REDIS_URL');
  if (roles.size < ROLES.length && redisUrl === undefined) throw new SettingError('KONTOR_ROLES leaves something to other processes: set REDIS_URL, by which they meet.');
  if (demo && !isLoopback(publicUrl)) throw new SettingError('KONTOR_DEMO works on this machine only, not at KONTOR_PUBLIC_URL.');
  return Object.freeze({
    demo,
    host: read.text('KONTOR_HOST', '127.0.0.1'),
    port: read.whole('KONTOR_API_PORT', 4000, { min: 0, max: 65_535 }),
    publicUrl,
    /** Origins that a socket handshake may come from. */
    socketOrigins: Object.freeze(withLoopbackTwin(publicUrl)),
    corsOrigins: Object.freeze(read.origins('KONTOR_CORS_ORIGINS')),
    trustedProxies: proxyList('KONTOR_TRUSTED_PROXIES', read.list('KONTOR_TRUSTED_PROXIES')),
    forwardSecret: read.secret('KONTOR_FORWARD_SECRET', 32),
    /** The first writes, all read. */
    encryptionKeys: Object.freeze(read.secrets('KONTOR_ENCRYPTION_KEYS', 32)),
    logLevel: read.oneOf('KONTOR_LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info'),
    database: Object.freeze({
      url: read.postgres('DATABASE_URL'),
      systemUrl: read.postgres('DATABASE_SYSTEM_URL'),
      /** Connections of the app role. */
      pool: read.whole('KONTOR_DATABASE_POOL', 10, { min: 1, max: 200 }),
      /** Milliseconds that one statement may run. */
      statementTimeout: read.whole('KONTOR_STATEMENT_TIMEOUT', 10_000, { min: 100, max: 600_000 }),
      /** Milliseconds that a transaction may wait for the next statement. */
      idleTimeout: read.whole('KONTOR_IDLE_TIMEOUT', 10_000, { min: 100, max: 600_000 }),
      /** Milliseconds from which on a statement is logged, without its values. */
      slowQuery: read.whole('KONTOR_SLOW_QUERY_MS', 500, { min: 1, max: 600_000 }),
    }),
    /** Where several processes meet; undefined where this one is alone. */
    redisUrl,
    roles,
    /** The domains that are loaded. */
    modules: readModules(read),
    /** Milliseconds between saying that this process ends and taking nothing more, in which a proxy sees it. */
    endingDelay: read.whole('KONTOR_ENDING_DELAY', 0, { min: 0, max: 120_000 }),
    mail: readMail(read),
    /** Where Prometheus finds /metrics; undefined where nobody does. */
    metricsPort: read.optional('KONTOR_METRICS_PORT') === undefined ? undefined : read.whole('KONTOR_METRICS_PORT', 0, { min: 0, max: 65_535 }),
    files: Object.freeze(readFiles(read)),
    /** How many processes answer REST: while Redis is gone, each gives this part of a limit. */
    apiProcesses: read.whole('KONTOR_API_PROCESSES', 1, { min: 1, max: 1_000 }),
    limits: Object.freeze(readLimits(read)),
    quotas: Object.freeze(readQuotas(read)),
    egress: readEgress(read),
  });
}

/** Users and contacts are what the others are about, and answers and notices are about tickets. */
function readModules(read: EnvironmentReader): ReadonlySet<ModuleName> {
  const modules = read.some('KONTOR_MODULES', MODULES);
  const needed: ModuleName[] = ['users', 'contacts', ...((['canned-answers', 'notifications', 'webhooks'] as const).some((name) => modules.has(name)) ? (['tickets'] as const) : [])];
  const missing = needed.find((name) => !modules.has(name));
  if (missing) throw new SettingError(`KONTOR_MODULES must have ${missing}, which others of it need.`);
  return modules;
}

function readFiles(read: EnvironmentReader) {
  return {
    folder: readFilesFolder(read),
    /** Milliseconds in which a file has to be there whole. */
    uploadTimeout: read.whole('KONTOR_UPLOAD_TIMEOUT', 300_000, { min: 100, max: 3_600_000 }),
    attachments: Object.freeze({
      /** Bytes of one file. */
      mostBytes: read.whole('KONTOR_ATTACHMENT_MAX_BYTES', 10_485_760, { min: 1, max: 1_073_741_824 }),
      /** Files of one message. */
      mostFiles: read.whole('KONTOR_ATTACHMENT_MAX_FILES', 10, { min: 1, max: ATTACHMENT_LIMITS.files }),
      endings: Object.freeze(readEndings(read)),
    }),
  };
}

/** Where files lie. */
export function readFilesFolder(read: EnvironmentReader): string {
  return resolve(read.text('KONTOR_FILES_DIR', join(read.text('KONTOR_DATA_DIR', '.kontor'), 'files')));
}

function readEndings(read: EnvironmentReader): AttachmentEnding[] {
  const name = 'KONTOR_ATTACHMENT_TYPES';
  const given = read.list(name);
  const unknown = given.find((ending) => !(ending in ATTACHMENT_TYPES));
  if (unknown) throw new SettingError(`${name} has "${unknown}", which is not one of ${Object.keys(ATTACHMENT_TYPES).join(', ')}.`);
  return given.length === 0 ? USUAL_ATTACHMENT_ENDINGS : (given as AttachmentEnding[]);
}

/** Requests a minute by class; sign-in counts failed attempts, one of which comes back every 90 seconds. */
function readLimits(read: EnvironmentReader) {
  const bounds = { min: 1, max: 10_000_000 };
  return {
    ADDRESS: read.whole('KONTOR_LIMIT_ADDRESS', 6_000, bounds),
    PUBLIC: read.whole('KONTOR_LIMIT_PUBLIC', 100, bounds),
    READ: read.whole('KONTOR_LIMIT_READ', 1_000, bounds),
    USER_ACTION: read.whole('KONTOR_LIMIT_USER_ACTION', 300, bounds),
    EXPENSIVE: read.whole('KONTOR_LIMIT_EXPENSIVE', 5, bounds),
    SIGN_IN: read.whole('KONTOR_LIMIT_SIGN_IN', 10, bounds),
  };
}

/** Token buckets that outlive a process: how many tokens one holds, and the milliseconds after which one comes back. */
function readQuotas(read: EnvironmentReader) {
  return { PASSWORD_RESET: readQuota(read, 'KONTOR_QUOTA_PASSWORD_RESET', 12, 4) };
}

function readQuota(read: EnvironmentReader, name: string, capacity: number, perDay: number) {
  return Object.freeze({
    capacity: read.whole(name, capacity, { min: 1, max: 1_000_000 }),
    interval: Math.floor(DAY_MS / read.whole(`${name}_PER_DAY`, perDay, { min: 1, max: 1_000_000 })),
  });
}

function isLoopback(origin: string): boolean {
  return isLoopbackHost(new URL(origin).hostname);
}

function checkPlainHttp(origin: string, allowed: boolean): void {
  if (origin.startsWith('http:') && !isLoopback(origin) && !allowed) {
    throw new SettingError('KONTOR_PUBLIC_URL must be https (or set KONTOR_INSECURE_HTTP=true to accept the risk).');
  }
}

function withLoopbackTwin(origin: string): string[] {
  const url = new URL(origin);
  const twin = loopbackTwin(url.hostname);
  if (twin) url.hostname = twin;
  return twin ? [origin, url.origin] : [origin];
}
