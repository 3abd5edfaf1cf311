import { isLoopbackHost } from '@kontor/contracts/hosts';
import { SettingError, type EnvironmentReader } from './environment.ts';

/** How mail leaves; undefined where no mail server is configured, and every message is kept. */
export type MailSettings = Readonly<NonNullable<ReturnType<typeof readMail>>>;

const SENDER = /^(?:"?([^"<>\p{Cc}]*?)"?\s*<([^\s<>@]+@[^\s<>@]+)>|([^\s<>@]+@[^\s<>@]+))$/u;

/** @throws SettingError, never with the address of the server in it: there is a password inside. */
export function readMail(read: EnvironmentReader) {
  const text = read.optional('SMTP_URL');
  if (text === undefined) return undefined;
  const url = /^smtps?:\/\//.test(text) && URL.canParse(text) ? new URL(text) : undefined;
  if (!url?.hostname) throw new SettingError('SMTP_URL must be an smtp:// address, or smtps:// for TLS from the start.');
  const secure = url.protocol === 'smtps:';
  const isPlain = read.flag('KONTOR_INSECURE_SMTP', false) || isLoopbackHost(url.hostname);
  return Object.freeze({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    /** TLS from the start; else by STARTTLS, which is demanded unless plain text is taken. */
    secure,
    isPlain,
    user: url.username === '' ? undefined : decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    from: Object.freeze(sender(read.text('KONTOR_MAIL_FROM'))),
    /** Milliseconds that one delivery may take. */
    timeout: read.whole('KONTOR_SMTP_TIMEOUT', 30_000, { min: 100, max: 300_000 }),
  });
}

function sender(text: string): { name: string; address: string } {
  const [, name, named, bare] = SENDER.exec(text) ?? [];
  const address = named ?? bare;
  if (address === undefined) throw new SettingError(`KONTOR_MAIL_FROM must be an address such as Kontor <kontor@example.com>, not "${text}".`);
  return { name: name || 'Kontor', address };
}
