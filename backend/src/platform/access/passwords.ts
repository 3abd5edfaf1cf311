import { hash, verify } from '@node-rs/argon2';
import pLimit from 'p-limit';

/** The library's default is argon2id; these are OWASP's first choice for it: 19 MiB, two passes, one lane. */
export const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Two at a time a process, so that sign-ins cannot take all of its memory and cores. */
const inTurn = pLimit(2);

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, ARGON2));
}

let decoy: Promise<string> | undefined;

/** Compares with the stored hash; where there is none, with a decoy, so that an unknown account costs the same work. */
export async function passwordMatches(storedHash: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('no account has this password');
  const compared = storedHash ?? (await decoy);
  const matches = await inTurn(() => verify(compared, password));
  return matches && storedHash !== undefined;
}
