import { describe, expect, it } from '@jest/globals';
import { conditionsOf, filterFault } from '@kontor/contracts/ticket-filter';
import { TICKET_LIMITS, TICKET_TRANSITIONS } from '@kontor/contracts/tickets';
import { demoTenants } from './demo-tenants.ts';
import type { DemoTenant, DemoTicket } from './demo-types.ts';

const NOW = new Date('2026-11-20T09:30:00Z');

describe.each(demoTenants(NOW))('the demo data of $name', (tenant) => {
  it('has about 200 tickets with numbers of their own', () => {
    const numbers = tenant.tickets.map(({ number }) => number);
    expect(numbers.length).toBeGreaterThanOrEqual(180);
    expect(numbers.length).toBeLessThanOrEqual(220);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('was created in the order of the numbers', () => {
    const created = tenant.tickets.map(({ createdAt }) => createdAt.getTime());
    expect(created).toEqual([...created].sort((a, b) => a - b));
  });

  it('has work left to do, and something from the last hour', () => {
    const unsolved = tenant.tickets.filter(({ status }) => ['new', 'open', 'pending', 'hold'].includes(status));
    expect(unsolved.length).toBeGreaterThan(15);
    const latest = Math.max(...tenant.tickets.map(({ updatedAt }) => updatedAt.getTime()));
    expect(latest).toBeGreaterThan(NOW.getTime() - 3_600_000);
  });

  it('knows everybody who is named', () => {
    const people = new Set([...tenant.members, ...tenant.contacts].map(({ key }) => key));
    const named = tenant.tickets.flatMap((ticket) => {
      return [ticket.requester, ticket.assignee, ticket.createdBy, ...authors(ticket)];
    });
    expect(named.filter((key) => key !== null && !people.has(key))).toEqual([]);
  });

  it('has views that are filters, by tags that there are', () => {
    expect(tenant.views.map(({ filter }) => filterFault(filter))).toEqual(tenant.views.map(() => undefined));
    const asked = tenant.views.flatMap(({ filter }) => conditionsOf(filter)).filter(({ condition }) => condition.field === 'tags');
    const tags = new Set(tenant.tickets.flatMap((ticket) => ticket.tags));
    expect(asked.flatMap(({ condition }) => condition.value).filter((tag) => !tags.has(String(tag)))).toEqual([]);
  });

  it('has addresses only once', () => {
    const emails = tenant.contacts.flatMap(({ email }) => email ?? []);
    expect(new Set(emails).size).toBe(emails.length);
    expect(emails.every((email) => email === email.toLowerCase())).toBe(true);
  });

  const numbered = tenant.tickets.map((ticket) => [ticket.number, ticket] as const);
  it.each(numbered)('tells ticket %i by the rules', (_, ticket) => {
    expectWithinLimits(ticket);
    expectInOrder(ticket);
    expectLegalHistory(ticket);
    if (ticket.status === 'solved') expect(ticket.assignee).not.toBeNull();
  });
});

describe('the demo data', () => {
  it('is the same for the same instant', () => {
    expect(demoTenants(NOW)).toEqual(demoTenants(NOW));
  });

  it('holds to its rules at any hour of the week', () => {
    for (let hour = 0; hour < 7 * 24; hour += 19) {
      const now = new Date(NOW.getTime() + hour * 3_600_000);
      demoTenants(now).flatMap(({ tickets }: DemoTenant) => tickets).forEach(expectInOrder);
    }
  });
});

function authors(ticket: DemoTicket): (string | null)[] {
  return ticket.entries.map(({ author }) => author.key);
}

function expectWithinLimits(ticket: DemoTicket): void {
  expect(ticket.subject.length).toBeLessThanOrEqual(TICKET_LIMITS.subject);
  expect(ticket.tags.length).toBeLessThanOrEqual(TICKET_LIMITS.tags);
  const texts = ticket.entries.flatMap((entry) => (entry.type === 'message' ? [entry.body] : []));
  expect(texts.filter((text) => text.trim() === '' || text.length > TICKET_LIMITS.body)).toEqual([]);
  expect([ticket.subject, ...texts].filter((text) => /[{}]/.test(text))).toEqual([]);
}

function expectInOrder(ticket: DemoTicket): void {
  const times = ticket.entries.map(({ at }) => at.getTime());
  expect(times[0]).toBe(ticket.createdAt.getTime());
  expect(times.every((time, index) => index === 0 || time > (times[index - 1] ?? 0))).toBe(true);
  expect(times.at(-1)).toBe(ticket.updatedAt.getTime());
}

function expectLegalHistory(ticket: DemoTicket): void {
  let status: DemoTicket['status'] = 'new';
  for (const entry of ticket.entries) {
    if (entry.type === 'message') expect(['closed', 'merged']).not.toContain(status);
    if (entry.type !== 'change' || entry.field !== 'status') continue;
    expect(entry.from).toBe(status);
    expect(TICKET_TRANSITIONS[status]).toContain(entry.to);
    status = entry.to as DemoTicket['status'];
  }
  expect(status).toBe(ticket.status);
}
