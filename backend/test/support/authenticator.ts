import { Secret, TOTP } from 'otpauth';
import { bodyOf } from './reader.ts';
import { PASSWORD, type Person } from './people.ts';

/** The phone of a person: the passwords of its secret at any step from now. */
export interface Authenticator {
  code: (steps?: number) => string;
  recoveryCodes: string[];
}

/** Turns a person's second factor on. Its first password is used up by that, so `code(1)` is the next that holds. */
export async function enrol(person: Person): Promise<Authenticator> {
  const { key } = bodyOf<{ key: string }>(await person.post('/auth/second-factor/enrol', { password: PASSWORD }).expect(201));
  const code = codesOf(key);
  const { recoveryCodes } = bodyOf<{ recoveryCodes: string[] }>(await person.post('/auth/second-factor/confirm', { code: code() }).expect(201));
  return { code, recoveryCodes };
}

export function codesOf(key: string): (steps?: number) => string {
  const totp = new TOTP({ secret: Secret.fromBase32(key), algorithm: 'SHA1', digits: 6, period: 30 });
  return (steps = 0) => totp.generate({ timestamp: Date.now() + steps * 30_000 });
}
