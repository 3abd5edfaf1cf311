import { Gcra } from '../throttling/gcra.ts';
import type { Connection } from './connection.ts';

/** Messages a socket may send at once, and the ms after which one more is free. */
const BURST = 40;
const INTERVAL = 100;

/** Counts what a socket sends; the one message too many cuts it. */
export function messageLimit(connection: Connection): () => boolean {
  const bucket = new Gcra();
  return () => {
    const isWithin = bucket.take('messages', BURST, INTERVAL, Date.now()).retryAfter === 0;
    if (!isWithin) connection.cut('RATE_LIMITED', 'Too many messages.');
    return isWithin;
  };
}
