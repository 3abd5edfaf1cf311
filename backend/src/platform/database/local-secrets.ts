import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type LocalSecret = 'superuser' | 'owner' | 'app' | 'system' | 'forward' | 'encryption';

/**
 * A random secret of this installation: made on first use, then read from `<dataDir>/secrets.json` (mode 0600).
 * Callers hold the start lock of the data folder, so no two processes write the file at once.
 */
export function localSecret(dataDir: string, name: LocalSecret): string {
  const file = join(dataDir, 'secrets.json');
  const secrets = read(file);
  const known = secrets[name];
  if (known !== undefined) return known;
  const created = randomBytes(32).toString('base64url');
  mkdirSync(dataDir, { recursive: true });
  write(file, { ...secrets, [name]: created });
  return created;
}

function read(file: string): Partial<Record<LocalSecret, string>> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Record<LocalSecret, string>>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new Error(`${file} cannot be read as JSON: ${(error as Error).message}`, { cause: error });
  }
}

/** By rename, since a half-written file would lock us out of the database for good. */
function write(file: string, secrets: Partial<Record<LocalSecret, string>>): void {
  const draft = `${file}.new`;
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, file);
}
