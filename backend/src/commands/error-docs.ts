import { readFile, writeFile } from 'node:fs/promises';
import { errorSections } from '../platform/http/error-sections.ts';
import { runCommand } from './run-command.ts';

const FILE = new URL('../../../docs/errors.md', import.meta.url);

/** Renews the sections of `docs/errors.md`, below its introduction. */
await runCommand(async () => {
  const text = await readFile(FILE, 'utf8');
  await writeFile(FILE, `${text.slice(0, text.indexOf('\n## '))}\n${errorSections()}`);
  return 'docs/errors.md is up to date.';
});
