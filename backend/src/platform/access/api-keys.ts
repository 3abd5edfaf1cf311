import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { hashToken, type IssuedToken } from './tokens.ts';

const PREFIX = 'kontor_live_';
const SHAPE = /^kontor_live_[0-9a-f]{32}_[0-9a-f]{64}_[0-9a-f]{8}$/;

/** `kontor_live_<id>_<secret>_<checksum>`: the id says in a list which key it is, the checksum that it was copied whole. */
export function issueApiKey(id: string): IssuedToken {
  const body = `${apiKeyPrefix(id)}_${randomBytes(32).toString('hex')}`;
  const token = `${body}_${checksum(body)}`;
  return { token, hash: hashToken(token) };
}

/** What may be shown of a key: all but its secret. */
export function apiKeyPrefix(id: string): string {
  return `${PREFIX}${id.replaceAll('-', '')}`;
}

/** True where `token` wants to be a key, well copied or not. */
export function looksLikeApiKey(token: string): boolean {
  return token.startsWith(PREFIX);
}

/** True where it can be one: what was cut off, mistyped or made up costs no query. */
export function isApiKey(token: string): boolean {
  return SHAPE.test(token) && token.endsWith(`_${checksum(token.slice(0, -9))}`);
}

function checksum(text: string): string {
  return crc32(text).toString(16).padStart(8, '0');
}
