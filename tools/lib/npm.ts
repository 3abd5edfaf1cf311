import { spawn } from 'node:child_process';

import { Failure } from './failure.ts';

/** Runs npm in a folder and answers what it printed: the npm that runs us, or the one of the path. */
export function npm(args: string[], cwd: string): Promise<string> {
  const script = process.env['npm_execpath'];
  const [command, first] = script ? [process.execPath, [script]] : ['npm', []];
  // A file of its own on Windows, which needs the shell; the arguments are ours.
  const child = spawn(command, [...first, ...args], { cwd, shell: !script && process.platform === 'win32' });
  const [out, log]: [string[], string[]] = [[], []];
  child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => log.push(text));
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => (code === 0 ? done(out.join('').trim()) : fail(new Failure(`npm ${args.join(' ')} failed:\n${log.join('')}`))));
  });
}
