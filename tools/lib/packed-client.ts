import { copyFile, cp, glob, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Failure } from './failure.ts';
import { installedProgram } from './installed-program.ts';
import { npm } from './npm.ts';
import { runNode } from './run-program.ts';
import { inWorkspace } from './workspace.ts';

const SOURCE = inWorkspace('libs', 'client');
/** What only the workspace has a use for. */
const OURS = ['private', 'scripts', 'devDependencies', 'exports'];

/**
 * Compiles the client with the contracts inside, as a package that needs nothing of the workspace, and packs it. The
 * workspace itself uses the source. @returns the path of the file that `npm install` takes
 */
export async function packClient(folder: string): Promise<string> {
  const content = join(folder, 'package');
  await rm(content, { recursive: true, force: true });
  await mkdir(content, { recursive: true });
  await compile(folder, content);
  for await (const file of glob('*.{js,d.ts}', { cwd: content })) await relink(join(content, file));
  for await (const file of glob('contracts/*.d.ts', { cwd: content })) await relink(join(content, file));
  await writeManifest(content);
  await copyFile(join(SOURCE, 'README.md'), join(content, 'README.md'));
  await copyFile(inWorkspace('LICENSE'), join(content, 'LICENSE'));
  return join(folder, await npm(['pack', '--silent', '--pack-destination', folder], content));
}

async function compile(folder: string, content: string): Promise<void> {
  const built = join(folder, 'built');
  const args = ['-p', join(SOURCE, 'tsconfig.pack.json'), '--outDir', built];
  const { code, output } = await runNode(installedProgram('typescript', 'tsc'), args);
  if (code !== 0) throw new Failure(`The client does not compile:\n${output}`);
  await rename(join(built, 'contracts', 'src'), join(content, 'contracts'));
  await cp(join(built, 'client', 'src'), content, { recursive: true });
  await rm(built, { recursive: true });
}

/** The contracts lie beside now, and declarations name each other by what they are. */
async function relink(file: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const relinked = text.replaceAll(/'@kontor\/contracts\/([\w-]+)'/g, `'./contracts/$1.js'`).replaceAll(/'(\.{1,2}\/[\w./-]+)\.ts'/g, `'$1.js'`);
  await writeFile(file, relinked);
}

async function writeManifest(content: string): Promise<void> {
  const manifest = JSON.parse(await readFile(join(SOURCE, 'package.json'), 'utf8')) as Record<string, unknown>;
  const kept = Object.entries(manifest).filter(([name]) => !OURS.includes(name));
  const exports = { './contracts/*': './contracts/*.js', './*': './*.js' };
  const described = { ...Object.fromEntries(kept), exports, engines: { node: '>=20' } };
  await writeFile(join(content, 'package.json'), `${JSON.stringify(described, null, 2)}\n`);
}
