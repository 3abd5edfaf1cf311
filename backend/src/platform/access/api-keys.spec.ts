import { expect, it } from '@jest/globals';
import { apiKeyPrefix, isApiKey, issueApiKey } from './api-keys.ts';

const ID = '0192a1f9-fd3f-777e-b8de-0f4cadd32e02';

it('says whose it is, and nothing of its secret', () => {
  const { token } = issueApiKey(ID);
  expect(token).toMatch(/^kontor_live_0192a1f9fd3f777eb8de0f4cadd32e02_[0-9a-f]{64}_[0-9a-f]{8}$/);
  expect(token.startsWith(`${apiKeyPrefix(ID)}_`)).toBe(true);
  expect(issueApiKey(ID).token).not.toBe(token);
});

it('is known by its checksum, wherever one character is another', () => {
  const { token } = issueApiKey(ID);
  expect(isApiKey(token)).toBe(true);
  for (let at = 0; at < token.length; at += 1) {
    const other = token[at] === '0' ? '1' : '0';
    expect([at, isApiKey(token.slice(0, at) + other + token.slice(at + 1))]).toEqual([at, false]);
  }
  for (const wrong of ['', token.slice(1), `${token} `, token.toUpperCase(), token.slice(0, -1), `${token}\n`]) expect(isApiKey(wrong)).toBe(false);
});
