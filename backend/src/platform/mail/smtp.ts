import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type SMTPPoolOptions } from 'nodemailer';
import type { MailSettings } from '../config/mail-settings.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { oneLine } from './letter.ts';

/** A message as it leaves. */
export interface Outgoing {
  to: string;
  /** The name that stands before the sender's address; that of the installation where it is not given. */
  fromName?: string;
  subject: string;
  text: string;
  html: string;
  /** The same at every attempt, so that a server that has it already can tell. */
  messageId: string;
  /** Message ids of what it follows, the oldest first. */
  references?: readonly string[];
  /** False where a person wrote it. */
  isAutomatic: boolean;
}

/** The server refused this message for good; its words are the message. */
export class RefusedForGood extends Error {}

/** The way out to the mail server: a few connections, kept open while there is something to send. */
@Injectable()
export class Smtp implements OnApplicationShutdown {
  readonly #mail: MailSettings | undefined;
  readonly #transport: ReturnType<typeof transportTo> | undefined;

  constructor(@Inject(SETTINGS) { mail }: Settings) {
    this.#mail = mail;
    this.#transport = mail && transportTo(mail);
  }

  get isConfigured(): boolean {
    return this.#transport !== undefined;
  }

  /** The address that mail comes from; undefined where none leaves. */
  get sender(): string | undefined {
    return this.#mail?.from.address;
  }

  /** Milliseconds that one delivery may take. */
  get timeout(): number {
    return this.#mail?.timeout ?? 0;
  }

  /**
   * Hands a message over, or throws within the time that is set for it. Where the connection broke after the message was
   * sent and before the server said so, it may have been taken.
   * @throws RefusedForGood, or another Error where trying again may help
   */
  async deliver({ to, fromName, messageId, references = [], isAutomatic, ...content }: Outgoing): Promise<void> {
    const { from, timeout } = this.#mail!;
    const sent = this.#transport!.sendMail({
      ...content,
      from: { name: oneLine(fromName ?? from.name), address: from.address },
      to: { name: '', address: to },
      messageId,
      ...(references.length > 0 && { references: [...references], inReplyTo: references.at(-1)! }),
      headers: isAutomatic ? { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' } : {},
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    await within(timeout, sent).catch((error: unknown) => {
      throw isForGood(error) ? new RefusedForGood(told(error)) : new Error(told(error));
    });
  }

  onApplicationShutdown(): void {
    this.#transport?.close();
  }
}

function transportTo({ host, port, secure, isPlain, user, password, timeout }: MailSettings) {
  const options: SMTPPoolOptions & { pool: true } = {
    pool: true,
    maxConnections: 3,
    // Sending again is decided by who asked, and noted.
    maxRequeues: 0,
    host,
    port,
    secure,
    requireTLS: !secure && !isPlain,
    ...(isPlain && { tls: { rejectUnauthorized: false } }),
    ...(user !== undefined && { auth: { user, pass: password } }),
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    dnsTimeout: timeout,
  };
  return createTransport(options);
}

/** Of the message itself, or its recipient: a wrong password of ours ends no message. */
function isForGood(error: unknown): boolean {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number };
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode >= 500;
}

/** What the server said, or what happened on the way, on one short line. */
function told(error: unknown): string {
  const { response, message } = error as { response?: string; message: string };
  return oneLine(response ?? message).slice(0, 300);
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The mail server took too long.')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
