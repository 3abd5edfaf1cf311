import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { npm } from '../../../tools/lib/npm.ts';
import { packClient } from '../../../tools/lib/packed-client.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

/** The folder of an installed package as seen from `from`. */
function folderOf(name: string, from: string): string {
  const paths = createRequire(join(from, 'package.json')).resolve.paths(name) ?? [];
  for (const path of paths) {
    try {
      return dirname(createRequire(import.meta.url).resolve(join(path, name, 'package.json')));
    } catch {
      // The next folder up may have it.
    }
  }
  throw new Error(`${name} is not installed.`);
}

/** The packages and all that they need, each once. */
async function closure(names: string[], from: string, found = new Set<string>()): Promise<Set<string>> {
  for (const name of names) {
    const folder = folderOf(name, from);
    if (found.has(folder)) continue;
    found.add(folder);
    const { dependencies = {} } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { dependencies?: object };
    await closure(Object.keys(dependencies), folder, found);
  }
  return found;
}

/** A folder outside the workspace with the packed client installed, as its users have it. */
export interface Outside {
  folder: string;
  /** Starts a TypeScript file of the folder. */
  start: (file: string, env: Record<string, string>) => Program;
  /** What the compiler says of these files. */
  check: (...files: string[]) => Promise<string[]>;
  remove: () => Promise<void>;
}

export interface Program {
  child: ChildProcess;
  lines: string[];
}

/** Packs the client, and installs it with what it needs, which is packed from here: no registry is asked. */
export async function installOutside(): Promise<Outside> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'kontor-outside-')));
  const packs = join(folder, 'packs');
  await mkdir(packs);
  const client = packClient(packs);
  const needed = await closure(['openapi-fetch', 'socket.io-client'], join(ROOT, 'backend'));
  await Promise.all([client, npm(['pack', '--silent', '--ignore-scripts', '--pack-destination', packs, ...needed], folder)]);
  const files = (await readdir(packs)).filter((name) => name.endsWith('.tgz')).map((name) => `./packs/${name}`);
  await writeFile(join(folder, 'package.json'), '{"name":"outside","private":true,"type":"module"}');
  await npm(['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', ...files], folder);
  return {
    folder,
    start: (file, env) => start(join(folder, file), env),
    check: (...files) => check(folder, files),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function start(file: string, env: Record<string, string>): Program {
  const child = spawn(process.execPath, [file], { cwd: dirname(file), env, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', (line) => lines.push(line));
  return { child, lines };
}

async function check(cwd: string, files: string[]): Promise<string[]> {
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const options = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2024', '--types', 'node', '--typeRoots', join(ROOT, 'node_modules/@types')];
  const child = spawn(process.execPath, [tsc, ...options, ...files], { cwd });
  const said: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => said.push(line));
  await once(child, 'close');
  return said;
}
