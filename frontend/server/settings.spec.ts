import { describe, expect, it } from '@jest/globals';
import { isOriginAllowed } from './origin.ts';
import { readSettings } from './settings.ts';

const secret = { KONTOR_FORWARD_SECRET: 'a secret of thirty-two characters' };

describe('readSettings', () => {
  it('derives every address from the ports', () => {
    const settings = readSettings({ ...secret, KONTOR_WEB_PORT: '3001', KONTOR_API_PORT: '4001' });
    expect(settings.publicUrl.origin).toBe('http://localhost:3001');
    expect(settings.gatewayUrl.origin).toBe('http://localhost:4001');
  });

  it('names the variable that it refuses', () => {
    for (const short of [{}, { KONTOR_FORWARD_SECRET: 'x'.repeat(31) }]) expect(() => readSettings(short)).toThrow('KONTOR_FORWARD_SECRET');
    expect(() => readSettings({ ...secret, KONTOR_WEB_PORT: 'x' })).toThrow('KONTOR_WEB_PORT');
    expect(() => readSettings({ ...secret, KONTOR_API_URL: 'ftp://x' })).toThrow('KONTOR_API_URL');
  });

  it('takes plain http beyond loopback only when told so, and then says it', () => {
    const open = { ...secret, KONTOR_PUBLIC_URL: 'http://kontor.example' };
    expect(() => readSettings(open)).toThrow('plain http');
    expect(readSettings({ ...open, KONTOR_INSECURE_HTTP: 'true' }).insecureHttp).toBe(true);
    expect(readSettings({ ...secret, KONTOR_INSECURE_HTTP: 'true' }).insecureHttp).toBe(false);
  });
});

describe('isOriginAllowed', () => {
  it('allows the public origin and, on loopback, its twin', () => {
    const local = new URL('http://localhost:3000');
    expect(isOriginAllowed('http://localhost:3000', local)).toBe(true);
    expect(isOriginAllowed('http://127.0.0.1:3000', local)).toBe(true);
    expect(isOriginAllowed('http://localhost:3001', local)).toBe(false);
  });

  it('refuses null, none and any other', () => {
    const url = new URL('https://kontor.example');
    for (const origin of ['null', undefined, null, 'http://kontor.example', 'https://kontor.example.evil']) {
      expect(isOriginAllowed(origin, url)).toBe(false);
    }
  });
});
