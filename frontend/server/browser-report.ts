/** What a page may say about an error of its own. */
export interface BrowserReport {
  message: string;
  stack: string;
  /** The page, without its query. */
  path: string;
}

const LENGTHS = { message: 300, stack: 3_000, path: 200 } as const;
/** Addresses in messages and stacks: their queries may hold anything. */
const QUERY = /\?[^\s:)]*/g;

/** Takes from what a browser sent only what is known, cut to size and without queries; null for anything else. */
export function readReport(text: string): BrowserReport | null {
  let sent: unknown;
  try {
    sent = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof sent !== 'object' || sent === null) return null;
  const part = (name: keyof BrowserReport) => {
    const value = (sent as Record<string, unknown>)[name];
    return typeof value === 'string' ? value.replace(QUERY, '').slice(0, LENGTHS[name]) : '';
  };
  const report = { message: part('message'), stack: part('stack'), path: part('path') };
  return report.message ? report : null;
}

const PER_MINUTE = 60;
let bucket = { minute: 0, left: PER_MINUTE };

/** False where more was reported in this minute than anyone would read. */
export function takeFromBucket(now = Date.now()): boolean {
  const minute = Math.floor(now / 60_000);
  if (bucket.minute !== minute) bucket = { minute, left: PER_MINUTE };
  if (bucket.left === 0) return false;
  bucket.left -= 1;
  return true;
}
