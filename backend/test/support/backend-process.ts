import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { ENCRYPTION_KEYS, FORWARD_SECRET, ROOMY, WEB_ORIGIN, type Reachable } from './app.ts';
import { copyTemplate, type Database } from './databases.ts';
import { freePort } from './free-port.ts';

const BACKEND = resolve(import.meta.dirname, '../..');
const MODULES = resolve(BACKEND, '../node_modules');

/** The backend as it is deployed, built from the sources of now into a folder of its own. */
interface Build {
  main: string;
  remove: () => Promise<void>;
}

async function buildBackend(): Promise<Build> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'kontor-build-')));
  await mkdir(join(folder, 'dist'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await symlink(MODULES, join(folder, 'node_modules'), 'junction');
  // What only the backend has in that version is installed beside it.
  await symlink(join(BACKEND, 'node_modules'), join(folder, 'dist/node_modules'), 'junction');
  await symlink(join(BACKEND, 'migrations'), join(folder, 'migrations'), 'junction');
  const swc = join(MODULES, '@swc/cli/bin/swc.js');
  const args = ['src', '-d', join(folder, 'dist'), '--strip-leading-paths', '-q', '--ignore', '**/*.spec.ts'];
  const [code] = (await once(spawn(process.execPath, [swc, ...args], { cwd: BACKEND, stdio: 'inherit' }), 'exit')) as [number];
  if (code !== 0) throw new Error('The backend cannot be built.');
  return { main: join(folder, 'dist/main.js'), remove: () => rm(folder, { recursive: true, force: true }) };
}

interface Opening {
  database?: Database | Promise<Database>;
  limits?: string;
  /** Settings of its own. */
  overrides?: Record<string, string>;
}

/** One backend process on a port that it keeps over all its lives. */
export class BackendProcess implements Reachable {
  #child: ChildProcess | undefined;
  /** The last lines that it wrote. */
  readonly lines: string[] = [];

  private constructor(
    private readonly build: Build,
    readonly database: Database,
    private readonly port: number,
    private readonly overrides: Record<string, string>,
    private readonly limits: string,
  ) {}

  /**
   * One of a build of its own, on a database of its own unless one is given. `limits` are what a shell sets before the
   * process begins, such as `ulimit -f 64`.
   */
  static async open({ database = copyTemplate(), limits = '', overrides = {} }: Opening = {}): Promise<BackendProcess> {
    const [build, opened] = await Promise.all([buildBackend(), database]);
    const backend = new BackendProcess(build, opened, await freePort(), overrides, limits);
    await backend.start();
    return backend;
  }

  /** Starts a second one beside it, of the same build and on the same database. It is ended by itself. */
  async startAnother(overrides: Record<string, string>): Promise<BackendProcess> {
    const another = new BackendProcess(this.build, this.database, await freePort(), { ...this.overrides, ...overrides }, this.limits);
    await another.start();
    return another;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Ends it, and takes away what it was opened with. */
  async close(): Promise<void> {
    await this.end('SIGKILL');
    await Promise.all([this.database.drop(), this.build.remove()]);
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Its files, gone with the build. */
  get filesFolder(): string {
    return join(this.build.main, '../..', `files-${this.port}`);
  }

  /** Starts it (again) and waits until it says that it is ready. */
  async start(): Promise<void> {
    const env = {
      ...ROOMY,
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      DATABASE_URL: this.database.url('app'),
      DATABASE_SYSTEM_URL: this.database.url('system'),
      KONTOR_FORWARD_SECRET: FORWARD_SECRET,
      KONTOR_ENCRYPTION_KEYS: ENCRYPTION_KEYS,
      KONTOR_PUBLIC_URL: WEB_ORIGIN,
      KONTOR_API_PORT: String(this.port),
      KONTOR_FILES_DIR: this.filesFolder,
      ...this.overrides,
    };
    const [program, ...args] = this.limits === '' ? [process.execPath, this.build.main] : ['sh', '-c', `${this.limits}; exec "$0" "$@"`, process.execPath, this.build.main];
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    this.#child = child;
    await new Promise<void>((ready, fail) => {
      for (const stream of [child.stdout, child.stderr]) {
        createInterface({ input: stream! }).on('line', (line) => {
          this.lines.push(line);
          if (line.includes('"msg":"ready"')) ready();
        });
      }
      child.once('exit', (code) => fail(new Error(`The backend ended with ${code}: ${this.lines.slice(-3).join('\n')}`)));
    });
  }

  /** Runs a command of the build to its end. @returns what it wrote */
  async command(name: string, ...args: string[]): Promise<string> {
    const file = join(dirname(this.build.main), 'commands', `${name}.js`);
    const env = { PATH: process.env['PATH'], DATABASE_SYSTEM_URL: this.database.url('system') };
    return (await promisify(execFile)(process.execPath, [file, ...args], { env })).stdout;
  }

  /** Sends the signal and waits for the end. @returns the exit code, null where the signal killed it */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const child = this.#child!;
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    child.kill(signal);
    const [code] = (await once(child, 'exit')) as [number | null];
    return code;
  }
}
