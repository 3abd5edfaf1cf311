import { readSettings as readBackendSettings } from '../../backend/src/platform/config/settings.ts';
import { localSecret } from '../../backend/src/platform/database/local-secrets.ts';
import { readSettings as readFrontendSettings } from '../../frontend/server/settings.ts';
import { orFailure, type DatabaseUrls, type LocalSettings } from './settings.ts';

export type Environment = Record<string, string | undefined>;

/** Secrets are made later, when the data folder is known to be ours alone. */
const LATER = 'a secret that is made at the first start';
const PLACEHOLDER: DatabaseUrls = {
  app: 'postgresql://127.0.0.1/kontor',
  owner: 'postgresql://127.0.0.1/kontor',
  system: 'postgresql://127.0.0.1/kontor',
};

/** Refuses bad settings of either server before anything is started, in their own words. */
export function checkSettings(given: LocalSettings): void {
  const settings = { ...given, forwardSecret: given.forwardSecret ?? LATER, encryptionKeys: given.encryptionKeys ?? LATER };
  orFailure(() => readBackendSettings(backendEnvironment(settings, settings.databases ?? PLACEHOLDER)));
  orFailure(() => readFrontendSettings(frontendEnvironment(settings)));
}

export function backendEnvironment(settings: LocalSettings, urls: DatabaseUrls): Environment {
  const encryptionKeys = settings.encryptionKeys ?? localSecret(settings.dataDir, 'encryption');
  return { ...shared(settings), DATABASE_URL: urls.app, DATABASE_SYSTEM_URL: urls.system, KONTOR_ENCRYPTION_KEYS: encryptionKeys };
}

/** The one that may change the schema: for commands, never for the server that answers requests. */
export function commandEnvironment(settings: LocalSettings, urls: DatabaseUrls): Environment {
  return { ...backendEnvironment(settings, urls), DATABASE_MIGRATION_URL: urls.owner };
}

export function frontendEnvironment(settings: LocalSettings): Environment {
  const servers = { KONTOR_API_URL: settings.apiUrl, KONTOR_GATEWAY_URL: settings.gatewayUrl };
  return { ...shared(settings), ...servers };
}

function shared(settings: LocalSettings): Environment {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('DATABASE_'));
  return {
    ...Object.fromEntries(inherited),
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    KONTOR_DEMO: String(settings.demo),
    KONTOR_DATA_DIR: settings.dataDir,
    KONTOR_HOST: settings.host,
    KONTOR_WEB_PORT: String(settings.webPort),
    KONTOR_API_PORT: String(settings.apiPort),
    KONTOR_PUBLIC_URL: settings.publicUrl,
    KONTOR_FORWARD_SECRET: settings.forwardSecret ?? localSecret(settings.dataDir, 'forward'),
  };
}
