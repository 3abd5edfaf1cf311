import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Failure } from './failure.ts';
import { inWorkspace } from './workspace.ts';

interface Manifest {
  bin: string | Record<string, string>;
}

const FOLDERS = ['node_modules', 'frontend/node_modules', 'backend/node_modules'];

/** Where a package keeps the script of its command, for running it without a shell. */
export function installedProgram(name: string, command = name): string {
  const folder = FOLDERS.map((path) => inWorkspace(path, name)).find((path) => existsSync(path));
  if (!folder) throw new Failure(`${name} is not installed: run npm ci.`);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const script = typeof bin === 'string' ? bin : bin[command];
  if (!script) throw new Failure(`${name} has no command ${command}.`);
  return join(folder, script);
}
