import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { INCOMING_LIMITS } from '@kontor/contracts/webhooks';
import { Webhook } from 'standardwebhooks';
import { Encryption } from '../platform/access/encryption.ts';

const PREFIX = 'whsec_';
/** Bytes of a secret; the standard asks for 24 to 64. */
const BYTES = 32;

/** A secret as its reader keeps it: `whsec_` and base64. */
export function newSecret(): string {
  return `${PREFIX}${randomBytes(BYTES).toString('base64')}`;
}

/** True for a secret that proves something: long enough, and none that base64 would read as a shorter one. */
export function isSecret(text: string): boolean {
  if (!text.startsWith(PREFIX)) return false;
  const bytes = Buffer.from(text.slice(PREFIX.length), 'base64');
  return bytes.length >= INCOMING_LIMITS.fewestSecretBytes && bytes.length <= INCOMING_LIMITS.mostSecretBytes && bytes.toString('base64') === text.slice(PREFIX.length);
}

/** Keeps secrets of webhooks, and signs by them (Standard Webhooks 1.0). */
@Injectable()
export class WebhookSecrets {
  constructor(private readonly encryption: Encryption) {}

  seal(id: string, secret: string): Buffer {
    return this.encryption.encrypt(Buffer.from(secret.slice(PREFIX.length), 'base64'), purpose(id));
  }

  open(id: string, sealed: Buffer): string {
    return `${PREFIX}${this.encryption.decrypt(sealed, purpose(id)).toString('base64')}`;
  }
}

function purpose(id: string): string {
  return `webhook:${id}`;
}

/** The headers of one message, signed by every secret that holds at the moment. */
export function signed(secrets: readonly string[], id: string, at: Date, body: string): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  };
}
