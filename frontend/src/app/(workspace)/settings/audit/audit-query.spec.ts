import { describe, expect, it } from '@jest/globals';
import { auditFilters, auditHref, auditRequest } from './audit-query.ts';

describe('the filters of the audit', () => {
  it('are those of the address that mean something', () => {
    const actor = '01a1f9fb-fd3f-777e-b8de-0f4cadd32e02';
    expect(auditFilters({ action: 'refused', actor, from: '2026-03-01', to: ['2026-03-29'] })).toEqual({ action: 'refused', actor, from: '2026-03-01', to: '2026-03-29' });
    expect(auditFilters({ action: 'constructor', actor: 'me', from: '2026-02-30', to: '0000-01-01' })).toEqual({});
  });

  it('are whole days of the reader, also where the clocks change', () => {
    expect(auditRequest({ from: '2026-03-29', to: '2026-03-29' }, 'Europe/Berlin')).toEqual({ from: '2026-03-28T23:00:00.000Z', to: '2026-03-29T22:00:00.000Z' });
  });

  it('stay in the address of the next page and of the file', () => {
    expect(auditHref({ action: 'refused' }, { cursor: 'a=' })).toBe('/settings/audit?action=refused&cursor=a%3D');
    expect(auditHref({}, { path: '/settings/audit/file' })).toBe('/settings/audit/file');
  });
});
