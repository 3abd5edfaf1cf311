import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.ts';

const ID = 4;
const NONCE = 12;
const TAG = 16;

interface Key {
  /** The first bytes of its hash, which stand before what it encrypted. */
  id: Buffer;
  bytes: Buffer;
}

/**
 * Keeps secrets that must be used again: AES-256-GCM under a key derived by HKDF (RFC 5869). The first key of
 * KONTOR_ENCRYPTION_KEYS writes, all of them read. What is kept is bound to its `purpose`: it decrypts for no other.
 */
@Injectable()
export class Encryption {
  readonly #keys: Key[];

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.#keys = settings.encryptionKeys.map(derived);
  }

  encrypt(secret: Buffer, purpose: string): Buffer {
    const { id, bytes } = this.#keys[0]!;
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', bytes, nonce).setAAD(Buffer.from(purpose));
    const text = Buffer.concat([cipher.update(secret), cipher.final()]);
    return Buffer.concat([id, nonce, cipher.getAuthTag(), text]);
  }

  /** 32 bytes that only this installation can make, the same for the same purpose until its first key changes. */
  derive(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#keys[0]!.bytes, '', `kontor derived ${purpose}`, 32));
  }

  /** @throws Error where no key of the installation wrote it, it was changed, or it was kept for another purpose. */
  decrypt(kept: Buffer, purpose: string): Buffer {
    const key = this.#keys.find(({ id }) => id.equals(kept.subarray(0, ID)));
    if (!key) throw new Error('No key in KONTOR_ENCRYPTION_KEYS reads this secret.');
    const tag = ID + NONCE;
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, kept.subarray(ID, tag)).setAAD(Buffer.from(purpose));
    decipher.setAuthTag(kept.subarray(tag, tag + TAG));
    return Buffer.concat([decipher.update(kept.subarray(tag + TAG)), decipher.final()]);
  }
}

function derived(key: string): Key {
  const bytes = Buffer.from(hkdfSync('sha256', key, '', 'kontor secrets', 32));
  return { id: createHash('sha256').update(bytes).digest().subarray(0, ID), bytes };
}
