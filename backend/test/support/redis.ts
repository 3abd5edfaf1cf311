import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe } from '@jest/globals';
import { freePort } from './free-port.ts';
import { waitFor } from './sockets.ts';

const isInstalled = spawnSync('redis-server', ['--version']).status === 0;
if (!isInstalled) console.warn('No redis-server on this machine: what needs one is skipped.');

/** For what needs a Redis: skipped on a machine without `redis-server`. */
export const describeWithRedis = isInstalled ? describe : describe.skip;

/** A real redis-server of this test's own, which keeps its port over all its lives and nothing else. */
export class RedisServer implements AsyncDisposable {
  #child: ChildProcess | undefined;

  private constructor(readonly port: number) {}

  static async open(): Promise<RedisServer> {
    const server = new RedisServer(await freePort());
    await server.start();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const options = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    this.#child = spawn('redis-server', options, { stdio: 'ignore' });
    await waitFor(() => answers(this.port));
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGKILL'): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  }

  /** Stands still: connections stay open, nothing is answered. */
  pause(): void {
    this.#child?.kill('SIGSTOP');
  }

  resume(): void {
    this.#child?.kill('SIGCONT');
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }
}

function answers(port: number): Promise<true | undefined> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.on('error', () => done(undefined));
    socket.on('data', (data) => {
      done(String(data).startsWith('+PONG') ? true : undefined);
      socket.destroy();
    });
  });
}
