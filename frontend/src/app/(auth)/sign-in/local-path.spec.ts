import { describe, expect, it } from '@jest/globals';
import { localPath } from './local-path.ts';

describe('localPath', () => {
  it('keeps a path of ours with its query', () => {
    expect(localPath('/tickets?status=open')).toBe('/tickets?status=open');
  });

  it.each(['//evil.example/', '//evil.example/tickets', '/\\evil.example', '/.//evil.example', '/tickets/..//evil.example', '/%2e//evil.example', 'https://evil.example', 'javascript:alert(1)', ''])('goes Home for %p', (value) => {
    expect(localPath(value)).toBe('/');
  });
});
