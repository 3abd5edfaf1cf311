import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator has it: SHA-1, six digits, steps of 30 s; one step before and after now is taken, too. */
const STEP_SECONDS = 30;
const SECRET_BYTES = 20;

export interface Enrolment {
  secret: Buffer;
  /** To be typed: Base32 without padding. */
  key: string;
  /** To be scanned: `otpauth://totp/…`. */
  uri: string;
}

export function newSecret(email: string): Enrolment {
  const secret = randomBytes(SECRET_BYTES);
  const totp = passwords(secret, email);
  return { secret, key: totp.secret.base32, uri: totp.toString() };
}

/** The step whose password `code` is, or undefined where it is none of the three around `now`. */
export function stepOf(secret: Buffer, code: string, now: Date): number | undefined {
  // The library compares bytes, and throws where digits of another script have more of them.
  if (!/^[0-9]{6}$/.test(code)) return undefined;
  const delta = passwords(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? undefined : Math.floor(now.getTime() / 1_000 / STEP_SECONDS) + delta;
}

function passwords(secret: Buffer, label = ''): TOTP {
  const bytes = new Uint8Array(secret).buffer;
  return new TOTP({ issuer: 'Kontor', label, secret: new Secret({ buffer: bytes }), algorithm: 'SHA1', digits: 6, period: STEP_SECONDS });
}
