import { request as requestHttp, Agent as HttpAgent, type IncomingMessage } from 'node:http';
import { request as requestHttps, Agent as HttpsAgent } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { mayReach } from './addresses.ts';
import { Names } from './names.ts';
import { knownAddresses, RefusedTarget, targetOf } from './target.ts';

/** Bytes of an answer that are read; the rest is left where it is. */
const EXCERPT = 4_096;
/** One connection a call, and no proxy: an agent of its own knows none of the environment. */
const HTTP = new HttpAgent({ keepAlive: false });
const HTTPS = new HttpsAgent({ keepAlive: false, maxCachedSessions: 0 });

export type EgressFailure = 'REFUSED' | 'UNRESOLVED' | 'UNREACHABLE' | 'TIMEOUT';

/** What became of a call: the status that came back, whatever it is, or why none came. */
export type EgressAnswer = { status: number; excerpt: string } | { failure: EgressFailure; detail: string };

/**
 * The one way out to an address that a user has given. It connects to the very addresses that it has checked, so that a
 * name cannot answer differently the second time; redirects are not followed, and the whole call is bounded in time.
 */
@Injectable()
export class Egress {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly names: Names,
  ) {}

  /** The URL as it will be called. What its name resolves to is asked when it is. @throws RefusedTarget */
  check(url: string): string {
    return targetOf(url, this.settings.egress).href;
  }

  async post(text: string, headers: Record<string, string>, body: string): Promise<EgressAnswer> {
    const signal = AbortSignal.timeout(this.settings.egress.timeout);
    try {
      const url = targetOf(text, this.settings.egress);
      const addresses = knownAddresses(url) ?? (await this.#resolved(url.hostname, signal));
      if (addresses.length === 0) return { failure: signal.aborted ? 'TIMEOUT' : 'UNRESOLVED', detail: `No address was found for ${url.hostname}.` };
      const answer = await sent(url, addresses, { headers, body, signal });
      return { status: answer.statusCode!, excerpt: await excerptOf(answer) };
    } catch (error) {
      if (error instanceof RefusedTarget) return { failure: 'REFUSED', detail: error.message };
      if (signal.aborted) return { failure: 'TIMEOUT', detail: `No answer within ${this.settings.egress.timeout} ms.` };
      return { failure: 'UNREACHABLE', detail: (error as { code?: string }).code ?? 'The connection failed.' };
    }
  }

  async #resolved(name: string, signal: AbortSignal): Promise<string[]> {
    const addresses = await this.names.addressesOf(name, signal);
    if (addresses.some((address) => !mayReach(address, this.settings.egress.allow))) throw new RefusedTarget('Leads to an address that is not on the public Internet.');
    return addresses;
  }
}

interface Sending {
  headers: Record<string, string>;
  body: string;
  signal: AbortSignal;
}

/** Resolves with the head of the answer. */
function sent(url: URL, addresses: readonly string[], { headers, body, signal }: Sending): Promise<IncomingMessage> {
  const isSecure = url.protocol === 'https:';
  return new Promise((resolve, reject) => {
    const options = {
      method: 'POST',
      agent: isSecure ? HTTPS : HTTP,
      lookup: only(addresses),
      headers: { ...headers, 'accept-encoding': 'identity', 'content-length': Buffer.byteLength(body) },
      signal,
    };
    (isSecure ? requestHttps : requestHttp)(url, options, resolve).on('error', reject).end(body);
  });
}

/** Answers any question for a name with the addresses that were checked. */
function only(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_name, { all }, done) => (all ? done(null, found) : done(null, found[0]!.address, found[0]!.family));
}

/** The beginning of the answer's text, as much of it as came. */
async function excerptOf(answer: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of answer as AsyncIterable<Buffer>) {
      pieces.push(piece);
      length += piece.length;
      if (length >= EXCERPT) break;
    }
  } catch {
    // The status has come; of its text there is what there is.
  }
  return Buffer.concat(pieces).subarray(0, EXCERPT).toString('utf8').replaceAll('\0', '');
}
