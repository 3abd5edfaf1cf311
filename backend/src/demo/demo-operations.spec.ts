import { describe, expect, it } from '@jest/globals';
import { operationRows } from './demo-operations.ts';
import { demoTenants } from './demo-tenants.ts';

const now = new Date('2026-11-21T10:00:00Z');

describe.each(demoTenants(now))('background work of $slug', (tenant) => {
  const idOf = (key: string) => [key, key] as const;
  const { operations, operation_items: items } = operationRows(tenant, {
    tenantId: 'tenant',
    userIds: new Map(tenant.members.map(({ key }) => idOf(key))),
    contactIds: new Map(tenant.contacts.map(({ key }) => idOf(key))),
    now,
    idAt: (instant) => instant.toISOString(),
  });

  it('is the owner’s, done, and kept for a while yet', () => {
    const owner = tenant.members.find(({ role }) => role === 'owner')?.key;
    expect(operations).toHaveLength(2);
    for (const operation of operations) {
      expect(operation).toMatchObject({ user_id: owner, state: 'done', position: operation['total'] });
      expect((operation['expires_at'] as Date).getTime()).toBeGreaterThan(now.getTime());
    }
  });

  it('counts what became of its items', () => {
    for (const { id, total, counts } of operations) {
      const own = items.filter(({ operation_id }) => operation_id === id);
      const { refused = 0 } = counts as { refused?: number };
      expect(own).toHaveLength(total as number);
      expect(own.filter(({ outcome }) => outcome === 'refused')).toHaveLength(refused);
    }
    expect(items.some(({ outcome }) => outcome === 'refused')).toBe(true);
    expect(items.every(({ subject_id }) => subject_id !== undefined)).toBe(true);
  });
});
