import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A message as the server got it. */
export interface Received {
  from: string;
  to: string[];
  /** By their names in small letters, unfolded. */
  headers: Record<string, string>;
  /** All header lines as they stand, to see what else there is. */
  head: string;
  text: string;
  html: string;
}

type Verdict = { code: number; message: string } | 'hang' | undefined;

/** A mail server of a test's own, in plain text on the loopback. */
export interface MailServer extends AsyncDisposable {
  url: string;
  received: Received[];
  /** How often a message was offered, taken or not. */
  offered: () => number;
  /** What becomes of the next messages, after which all are taken. */
  answer: (...verdicts: Verdict[]) => void;
  /** The first message to an address. */
  next: (to: string) => Promise<Received>;
  close: () => Promise<void>;
}

export async function startMailServer(port = 0): Promise<MailServer> {
  const received: Received[] = [];
  const verdicts: Verdict[] = [];
  let offered = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onData: (stream, session, done) => {
      offered += 1;
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const verdict = verdicts.shift();
        if (verdict === 'hang') return;
        if (verdict) return done(Object.assign(new Error(verdict.message), { responseCode: verdict.code }));
        const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
        received.push(parsed(from, session.envelope.rcptTo.map(({ address }) => address), Buffer.concat(chunks).toString()));
        done();
      });
    },
  });
  // A client that gives up on a hanging server cuts its connection.
  server.on('error', () => undefined);
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const close = () => new Promise<void>((resolve) => server.close(resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    offered: () => offered,
    answer: (...next) => void verdicts.push(...next),
    next: async (to) => {
      for (let tries = 0; tries < 400; tries += 1) {
        const found = received.find((message) => message.to.includes(to));
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      throw new Error(`No mail came to ${to}.`);
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

function parsed(from: string, to: string[], raw: string): Received {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const headers = Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), decodedWords(line.slice(line.indexOf(':') + 1).trim())]));
  const boundary = /boundary="([^"]+)"/.exec(headers['content-type'] ?? '')?.[1] ?? '';
  const parts = body.split(`--${boundary}`).map(partOf);
  return { from, to, headers, head, text: parts.find(({ type }) => type === 'text/plain')?.text ?? '', html: parts.find(({ type }) => type === 'text/html')?.text ?? '' };
}

function partOf(part: string): { type: string; text: string } {
  const [head = '', ...rest] = part.replace(/^\r\n/, '').split('\r\n\r\n');
  const text = rest.join('\r\n\r\n');
  const encoding = /content-transfer-encoding: (\S+)/i.exec(head)?.[1]?.toLowerCase();
  const decoded = encoding === 'base64' ? Buffer.from(text, 'base64').toString() : encoding === 'quoted-printable' ? unquoted(text) : text;
  return { type: /content-type: ([^;\s]+)/i.exec(head)?.[1] ?? '', text: decoded.replaceAll('\r\n', '\n').trim() };
}

function unquoted(text: string): string {
  const bytes = text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

/** RFC 2047. */
function decodedWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, text: string) => (kind.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString() : unquoted(text.replaceAll('_', ' '))));
}
