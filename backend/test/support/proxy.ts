import { Agent, createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { REALTIME_PATH } from '@kontor/contracts/realtime';

const CHECK_MS = 100;
const CHECK_TIMEOUT_MS = 1_000;

/** One process behind the proxy. */
interface Upstream {
  origin: string;
  isReady: boolean;
  agent: Agent;
}

/**
 * The proxy in front, as small as one can be: asks each process whether it is ready, sends REST to those that are in turn
 * and websockets to the gateway. It asks another only where nothing of a request has been sent yet.
 */
export class Proxy {
  readonly #server: Server;
  readonly #timer: NodeJS.Timeout;
  readonly #upgraded = new Set<Socket>();
  #turn = 0;

  private constructor(
    private readonly apis: Upstream[],
    private readonly realtime: string,
  ) {
    this.#server = createServer((incoming, outgoing) => void this.#pass(incoming, outgoing));
    this.#server.on('upgrade', (incoming: IncomingMessage, socket: Socket, head: Buffer) => this.#upgrade(incoming, socket, head));
    this.#timer = setInterval(() => void Promise.all(this.apis.map(check)), CHECK_MS);
  }

  static async open(apis: readonly string[], realtime: string): Promise<Proxy> {
    const proxy = new Proxy(apis.map((origin) => ({ origin, isReady: true, agent: new Agent({ keepAlive: true }) })), realtime);
    await new Promise<void>((done) => proxy.#server.listen(0, '127.0.0.1', done));
    return proxy;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    for (const { agent } of this.apis) agent.destroy();
    for (const socket of this.#upgraded) socket.destroy();
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  async #pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body: Buffer[] = [];
    for await (const piece of incoming) body.push(piece as Buffer);
    const ready = this.apis.filter(({ isReady }) => isReady);
    this.#turn += 1;
    const tried = (ready.length > 0 ? ready : this.apis).map((_, at, all) => all[(this.#turn + at) % all.length]!);
    for (const upstream of tried) if (await attempt(upstream, incoming, Buffer.concat(body), outgoing)) return;
    outgoing.writeHead(502).end();
  }

  #upgrade(incoming: IncomingMessage, socket: Socket, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    if (!incoming.url?.startsWith(REALTIME_PATH)) return void socket.destroy();
    const { hostname, port } = new URL(this.realtime);
    const upstream = connect(Number(port), hostname, () => {
      const lines = Array.from({ length: incoming.rawHeaders.length / 2 }, (_, at) => `${incoming.rawHeaders[at * 2]}: ${incoming.rawHeaders[at * 2 + 1]}`);
      upstream.write(`GET ${incoming.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    this.#upgraded.add(socket);
    upstream.on('error', () => socket.destroy());
    upstream.on('close', () => socket.destroy());
    socket.on('close', () => {
      upstream.destroy();
      this.#upgraded.delete(socket);
    });
  }
}

async function check(upstream: Upstream): Promise<void> {
  upstream.isReady = await fetch(`${upstream.origin}/health/ready`, { signal: AbortSignal.timeout(CHECK_TIMEOUT_MS) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** @returns false where nothing has been sent, so that another may be asked */
function attempt({ origin, agent }: Upstream, { method, url, headers }: IncomingMessage, body: Buffer, outgoing: ServerResponse): Promise<boolean> {
  return new Promise((done) => {
    const asked = request(`${origin}${url}`, { method, headers, agent }, (answer) => {
      const { connection: _hop, ...passed } = answer.headers;
      outgoing.writeHead(answer.statusCode!, passed);
      answer.pipe(outgoing);
      answer.on('error', () => outgoing.destroy());
      answer.on('end', () => done(true));
      answer.on('close', () => done(true));
    });
    asked.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') return done(false);
      if (!outgoing.headersSent) outgoing.writeHead(502);
      outgoing.end();
      done(true);
    });
    asked.end(body);
  });
}
