import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const workspaceRoot = resolve(import.meta.dirname, '..', '..');

export function inWorkspace(...path: string[]): string {
  return join(workspaceRoot, ...path);
}

/** Settings may stand in a `.env` beside package.json; the environment itself wins. */
export function loadEnvFile(): void {
  const file = inWorkspace('.env');
  if (existsSync(file)) process.loadEnvFile(file);
}
