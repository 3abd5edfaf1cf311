import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { SettingError } from './environment.ts';
import { readSettings } from './settings.ts';

const NEEDED = { DATABASE_URL: 'postgresql://app@db/kontor', DATABASE_SYSTEM_URL: 'postgresql://system@db/kontor', KONTOR_FORWARD_SECRET: 'x'.repeat(32), KONTOR_ENCRYPTION_KEYS: 'k'.repeat(32) };
const read = (more: Record<string, string | undefined> = {}) => readSettings({ ...NEEDED, ...more });

describe('settings', () => {
  it('have defaults that are closed, and are frozen', () => {
    const settings = read();
    expect(settings).toMatchObject({ demo: false, host: '127.0.0.1', port: 4000, publicUrl: 'http://localhost:3000', corsOrigins: [], logLevel: 'info' });
    expect(settings.limits).toEqual({ ADDRESS: 6_000, PUBLIC: 100, READ: 1_000, USER_ACTION: 300, EXPENSIVE: 5, SIGN_IN: 10 });
    expect([settings.redisUrl, ...settings.roles]).toEqual([undefined, 'api', 'realtime', 'worker']);
    expect(settings.quotas).toEqual({ PASSWORD_RESET: { capacity: 12, interval: 21_600_000 } });
    expect(settings.socketOrigins).toEqual(['http://localhost:3000', 'http://127.0.0.1:3000']);
    expect(settings.files.attachments).toMatchObject({ mostBytes: 10 * 1024 ** 2, mostFiles: 10 });
    expect(settings.files.attachments.endings).not.toContain('zip');
    for (const part of [settings, settings.limits, settings.quotas, settings.quotas.PASSWORD_RESET, settings.files, settings.files.attachments, settings.database, settings.corsOrigins]) expect(Object.isFrozen(part)).toBe(true);
  });

  it.each([
    ['DATABASE_URL', undefined, 'DATABASE_URL is not set.'],
    ['DATABASE_URL', 'mysql://db', 'DATABASE_URL must be a postgresql:// address.'],
    ['DATABASE_SYSTEM_URL', '', 'DATABASE_SYSTEM_URL is not set.'],
    ['KONTOR_ENCRYPTION_KEYS', `${'k'.repeat(32)},short`, 'KONTOR_ENCRYPTION_KEYS must have at least 32 characters in each key.'],
    ['KONTOR_ENCRYPTION_KEYS', '', 'KONTOR_ENCRYPTION_KEYS is not set.'],
    ['REDIS_URL', 'localhost:6379', 'REDIS_URL must be a redis:// address, or rediss:// for TLS.'],
    ['KONTOR_ROLES', 'api, cook', 'KONTOR_ROLES has "cook", which is not one of api, realtime, worker.'],
    ['KONTOR_ROLES', 'api', 'KONTOR_ROLES leaves something to other processes: set REDIS_URL, by which they meet.'],
    ['KONTOR_MODULES', 'users,contacts,cooking', 'KONTOR_MODULES has "cooking", which is not one of users, contacts, tickets, canned-answers, notifications, webhooks.'],
    ['KONTOR_MODULES', 'users,contacts,notifications', 'KONTOR_MODULES must have tickets, which others of it need.'],
    ['KONTOR_FORWARD_SECRET', 'short', 'KONTOR_FORWARD_SECRET must have at least 32 characters.'],
    ['KONTOR_API_PORT', '80x', 'KONTOR_API_PORT must be a whole number from 0 to 65535, not "80x".'],
    ['KONTOR_API_PORT', '70000', 'KONTOR_API_PORT must be a whole number from 0 to 65535, not "70000".'],
    ['KONTOR_DATABASE_POOL', '0', 'KONTOR_DATABASE_POOL must be a whole number from 1 to 200, not "0".'],
    ['KONTOR_LIMIT_READ', '-1', 'KONTOR_LIMIT_READ must be a whole number from 1 to 10000000, not "-1".'],
    ['KONTOR_ATTACHMENT_MAX_FILES', '51', 'KONTOR_ATTACHMENT_MAX_FILES must be a whole number from 1 to 50, not "51".'],
    ['KONTOR_ATTACHMENT_TYPES', 'png, svg', 'KONTOR_ATTACHMENT_TYPES has "svg", which is not one of png, jpg, jpeg, gif, webp, pdf, txt, csv, docx, xlsx, pptx, odt, ods, odp, mp3, mp4, zip.'],
    ['KONTOR_DEMO', 'yes', 'KONTOR_DEMO must be true or false, not "yes".'],
    ['KONTOR_LOG_LEVEL', 'loud', 'KONTOR_LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, not "loud".'],
    ['KONTOR_PUBLIC_URL', 'kontor.example', 'KONTOR_PUBLIC_URL must be an origin such as https://kontor.example, not "kontor.example".'],
    ['KONTOR_PUBLIC_URL', 'https://kontor.example/path', 'KONTOR_PUBLIC_URL must be an origin such as https://kontor.example, not "https://kontor.example/path".'],
    ['KONTOR_PUBLIC_URL', 'http://kontor.example', 'KONTOR_PUBLIC_URL must be https (or set KONTOR_INSECURE_HTTP=true to accept the risk).'],
    ['KONTOR_CORS_ORIGINS', 'https://a.example, *', 'KONTOR_CORS_ORIGINS must be an origin such as https://kontor.example, not "*".'],
    ['SMTP_URL', 'http://user:hidden@mail.example', 'SMTP_URL must be an smtp:// address, or smtps:// for TLS from the start.'],
    ['SMTP_URL', 'smtp://mail.example', 'KONTOR_MAIL_FROM is not set.'],
    ['KONTOR_FORWARD_SECRET_FILE', '/nowhere/at/all', 'KONTOR_FORWARD_SECRET_FILE names a file that cannot be read.'],
  ])('name the variable that is wrong: %s=%s', (name, value, message) => {
    const environment: Record<string, string | undefined> = { [name]: value };
    if (name.endsWith('_FILE')) environment[name.replace('_FILE', '')] = undefined;
    expect(() => read(environment)).toThrow(new SettingError(message));
  });

  it('know how mail leaves: by TLS beyond this machine, unless the risk is accepted', () => {
    const KONTOR_MAIL_FROM = 'Kontor Küche <mail@kontor.test>';
    const mail = (SMTP_URL: string, more = {}) => read({ SMTP_URL, KONTOR_MAIL_FROM, ...more }).mail;
    expect(read().mail).toBeUndefined();
    expect(mail('smtp://rosa%40k:p%2Fw@mail.example')).toMatchObject({ host: 'mail.example', port: 587, secure: false, isPlain: false, user: 'rosa@k', password: 'p/w', from: { name: 'Kontor Küche', address: 'mail@kontor.test' } });
    expect(mail('smtps://mail.example')).toMatchObject({ port: 465, secure: true, isPlain: false, user: undefined });
    expect(mail('smtp://127.0.0.1:2525')).toMatchObject({ port: 2525, isPlain: true });
    expect(mail('smtp://mail.example', { KONTOR_INSECURE_SMTP: 'true' })).toMatchObject({ isPlain: true });
    for (const from of ['Kontor', 'a@b\r\nBcc: c@d', '<a@b> <c@d>']) expect(() => mail('smtp://mail.example', { KONTOR_MAIL_FROM: from })).toThrow(/KONTOR_MAIL_FROM must be/);
  });

  it('take a secret from a file', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'kontor-')), 'secret');
    writeFileSync(file, `${'y'.repeat(40)}\n`);
    expect(read({ KONTOR_FORWARD_SECRET: undefined, KONTOR_FORWARD_SECRET_FILE: file }).forwardSecret).toBe('y'.repeat(40));
  });

  it('allow plain http on this machine, or where the risk is accepted', () => {
    for (const url of ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000']) expect(read({ KONTOR_PUBLIC_URL: url }).publicUrl).toBe(url);
    expect(read({ KONTOR_PUBLIC_URL: 'http://kontor.lan', KONTOR_INSECURE_HTTP: 'true' }).socketOrigins).toEqual(['http://kontor.lan']);
    expect(() => read({ KONTOR_PUBLIC_URL: 'https://kontor.example', KONTOR_DEMO: 'true' })).toThrow(/KONTOR_DEMO works on this machine only/);
  });
});
