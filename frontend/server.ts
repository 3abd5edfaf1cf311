import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { BlockList } from 'node:net';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import next from 'next';
import { proxyList } from './server/client-address.ts';
import { serveFiles } from './server/files.ts';
import { bringsFiles, withoutFiles } from './server/form-files.ts';
import { answerHealth } from './server/health.ts';
import { log } from './server/log.ts';
import { refuseAddress } from './server/refuse-address.ts';
import { refuseOrigin } from './server/refuse-origin.ts';
import { reportError } from './server/report-error.ts';
import { REQUEST_HEADERS, rewriteHeaders } from './server/request-headers.ts';
import { contentSecurityPolicy, securityHeaders } from './server/security-headers.ts';
import { readSettings, SettingError, type Settings } from './server/settings.ts';

const DRAIN_MS = 10_000;
let isEnding = false;
const dev = process.argv.includes('--dev');

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Everything that happens to a request before Next sees it. */
function serve(settings: Settings, proxies: BlockList, handle: Handler): Handler {
  const headers = new Map(Object.entries(securityHeaders(settings)));
  return async (request, response) => {
    response.setHeaders(headers);
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (refuseAddress(request, response)) return;
    if (await answerHealth(path, response, settings, () => isEnding)) return;
    const { requestId } = rewriteHeaders(request, proxies);
    response.setHeader('X-Trace-Id', requestId);
    if (refuseOrigin(request, response, settings, requestId)) return;
    if (path.startsWith('/files') && (await serveFiles(request, response, settings))) return;
    const nonce = randomBytes(16).toString('base64');
    const policy = contentSecurityPolicy(settings, nonce, dev);
    // Next finds the nonce for its own scripts in the policy of the request.
    request.headers['content-security-policy'] = policy;
    request.headers[REQUEST_HEADERS.nonce] = nonce;
    response.setHeader('Content-Security-Policy', policy);
    // A link's secret stands in its address: not even our own pages may see it as a referrer.
    if (path === '/invitation' || path === '/reset-password') response.setHeader('Referrer-Policy', 'strict-origin');
    const handled = bringsFiles(request) ? await withoutFiles(request, response, settings) : request;
    if (handled) await handle(handled, response);
  };
}

/** First it is no longer ready, while it still answers each connection a last time; then it takes nothing more and finishes. */
function stopOn(server: Server, { endingDelay }: Settings): void {
  const close = () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), DRAIN_MS).unref();
  };
  const stop = () => {
    if (isEnding) return;
    isEnding = true;
    server.prependListener('request', (_request: IncomingMessage, response: ServerResponse) => response.setHeader('Connection', 'close'));
    setTimeout(close, endingDelay);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // A parent that is gone takes its channel with it.
  process.on('disconnect', stop);
}

function listen(server: Server, settings: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const busy = error.code === 'EADDRINUSE';
      reject(busy ? new SettingError(`Port ${settings.port} is in use: set KONTOR_WEB_PORT to another one.`) : error);
    });
    server.listen(settings.port, settings.host, resolve);
  });
}

/** Where this server reaches itself; one that listens everywhere does so on loopback too. */
function ownOrigin({ host, port }: Settings): string {
  if (host === '0.0.0.0') return `http://127.0.0.1:${port}`;
  if (host === '::') return `http://[::1]:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

async function main(): Promise<void> {
  // Kontor reports to nobody, and neither does what it is made of.
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  const settings = readSettings(process.env);
  const proxies = proxyList(settings.trustedProxies);
  // Where Next asks itself for the page that an action redirects to: never by way of the public address.
  process.env.__NEXT_PRIVATE_ORIGIN = ownOrigin(settings);
  const app = next({ dev, dir: dirname(fileURLToPath(import.meta.url)), hostname: settings.host, port: settings.port });
  const handleByNext = app.getRequestHandler();
  let handler: Handler = async (_request, response) => void response.writeHead(503, { 'Retry-After': '1' }).end();
  const server = createServer((request, response) => {
    handler(request, response).catch((error: unknown) => {
      reportError(error, { category: 'request', severity: 'error', context: { traceId: response.getHeader('X-Trace-Id') } });
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await listen(server, settings);
  stopOn(server, settings);
  await app.prepare();
  handler = serve(settings, proxies, (request, response) => handleByNext(request, response));
  log('info', 'ready', { port: settings.port });
}

main().catch((error: unknown) => {
  process.stderr.write(`Kontor frontend: ${error instanceof SettingError ? error.message : String(error)}\n`);
  process.exit(1);
});
