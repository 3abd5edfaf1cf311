import { createHash, randomBytes } from 'node:crypto';

/** Opaque 256-bit tokens. The prefix says what a token is, to a person and to a secret scanner. */
export const TOKEN_PREFIXES = { session: 'kst_', realtime: 'krt_', invitation: 'kin_', challenge: 'kch_', reset: 'kpw_' } as const;

export interface IssuedToken {
  /** Given to its holder once, and kept nowhere. */
  token: string;
  /** SHA-256, what the database keeps. */
  hash: Buffer;
}

/** Of random bytes, or of 32 `bytes` that nobody else can make. */
export function issueToken(kind: keyof typeof TOKEN_PREFIXES, bytes: Buffer = randomBytes(32)): IssuedToken {
  const token = `${TOKEN_PREFIXES[kind]}${bytes.toString('base64url')}`;
  return { token, hash: hashToken(token) };
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

const SHAPE = /^k[a-z]{2}_[A-Za-z0-9_-]{43}$/;

/** True where `token` can be one of this kind at all. */
export function isToken(kind: keyof typeof TOKEN_PREFIXES, token: unknown): token is string {
  return typeof token === 'string' && SHAPE.test(token) && token.startsWith(TOKEN_PREFIXES[kind]);
}
