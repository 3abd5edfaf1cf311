import { readFileSync } from 'node:fs';
import { isLoopbackHost } from '@kontor/contracts/hosts';

/** What the frontend's server needs to know, read once from the environment and frozen. */
export interface Settings {
  host: string;
  port: number;
  /** Where browsers reach the frontend; its origin is the one that may post forms. */
  publicUrl: URL;
  /** Where this server reaches the backend. */
  apiUrl: URL;
  /** Where browsers reach the realtime gateway. */
  gatewayUrl: URL;
  trustedProxies: readonly string[];
  forwardSecret: string;
  /** Milliseconds between saying that this server ends and taking nothing more, in which a proxy sees it. */
  endingDelay: number;
  /** Plain http other than loopback, knowingly: shows a banner. */
  insecureHttp: boolean;
}

/** A setting that cannot be used; its message is the one line shown before the process ends. */
export class SettingError extends Error {}

type Environment = Record<string, string | undefined>;

const FORWARD_SECRET_MIN = 32;

export function isLoopback(url: URL): boolean {
  return isLoopbackHost(url.hostname);
}

/** The value of `name`, or the content of the file named by `name_FILE`; surrounding blanks are cut. */
function text(environment: Environment, name: string): string | undefined {
  const value = environment[name]?.trim();
  if (value) return value;
  const file = environment[`${name}_FILE`]?.trim();
  if (!file) return undefined;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new SettingError(`${name}_FILE names a file that cannot be read.`);
  }
}

function webUrl(environment: Environment, name: string, fallback: string): URL {
  const value = text(environment, name) ?? fallback;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !/^https?:$/.test(url.protocol)) throw new SettingError(`${name} must be an http or https address.`);
  return url;
}

function port(environment: Environment, name: string, fallback: number): number {
  const value = Number(text(environment, name) ?? fallback);
  if (!Number.isInteger(value) || value < 1 || value > 65_535) throw new SettingError(`${name} must be a port, 1 to 65535.`);
  return value;
}

function endingDelay(environment: Environment): number {
  const value = Number(text(environment, 'KONTOR_ENDING_DELAY') ?? 0);
  if (!Number.isInteger(value) || value < 0 || value > 120_000) throw new SettingError('KONTOR_ENDING_DELAY must be milliseconds, 0 to 120000.');
  return value;
}

function flag(environment: Environment, name: string): boolean {
  const value = text(environment, name) ?? 'false';
  if (value !== 'true' && value !== 'false') throw new SettingError(`${name} must be true or false.`);
  return value === 'true';
}

function forwardSecret(environment: Environment): string {
  const secret = text(environment, 'KONTOR_FORWARD_SECRET') ?? '';
  if (secret.length >= FORWARD_SECRET_MIN) return secret;
  throw new SettingError(`KONTOR_FORWARD_SECRET must have at least ${FORWARD_SECRET_MIN} characters, the same as the backend's.`);
}

/** Reads and checks everything; throws a SettingError that names the variable. */
export function readSettings(environment: Environment): Settings {
  const webPort = port(environment, 'KONTOR_WEB_PORT', 3000);
  const apiPort = port(environment, 'KONTOR_API_PORT', 4000);
  const publicUrl = webUrl(environment, 'KONTOR_PUBLIC_URL', `http://localhost:${webPort}`);
  const insecureHttp = flag(environment, 'KONTOR_INSECURE_HTTP');
  if (publicUrl.protocol === 'http:' && !isLoopback(publicUrl) && !insecureHttp) {
    throw new SettingError('KONTOR_PUBLIC_URL is plain http: use https, or set KONTOR_INSECURE_HTTP=true if you must.');
  }
  return Object.freeze({
    host: text(environment, 'KONTOR_HOST') ?? '127.0.0.1',
    port: webPort,
    publicUrl,
    apiUrl: webUrl(environment, 'KONTOR_API_URL', `http://127.0.0.1:${apiPort}`),
    gatewayUrl: webUrl(environment, 'KONTOR_GATEWAY_URL', `${publicUrl.protocol}//${publicUrl.hostname}:${apiPort}`),
    trustedProxies: (text(environment, 'KONTOR_TRUSTED_PROXIES') ?? '').split(',').map((part) => part.trim()).filter(Boolean),
    forwardSecret: forwardSecret(environment),
    endingDelay: endingDelay(environment),
    insecureHttp: insecureHttp && publicUrl.protocol === 'http:' && !isLoopback(publicUrl),
  });
}
