import { describe, expect, it } from '@jest/globals';
import type { Channel, EventEnvelope } from '@kontor/contracts/events';
import { concerns } from './concerns.ts';

const TICKET = '0192aaaa-0000-7000-8000-000000000001';
const ME = '0192aaaa-0000-7000-8000-000000000002';

const TYPES = {
  'tickets:updates': 'ticket_updated',
  'contacts:updates': 'contact_created',
  'users:updates': 'member_updated',
  'notifications:updates': 'notification_created',
} as const;

function event(channel: Channel, data: unknown, redacted?: true): EventEnvelope {
  const type = TYPES[channel];
  const actor = { type: 'system', id: null } as const;
  return { id: 'e', seq: 1, epoch: 'k', channel, type, version: 1, occurredAt: '', actor, data, ...(redacted && { redacted }) };
}

describe('concerns', () => {
  it('takes a ticket to its own page and to the lists', () => {
    const changed = event('tickets:updates', { id: TICKET });
    expect(concerns(`/tickets/${TICKET}`, changed, ME)).toBe(true);
    expect(concerns(`/tickets/${ME}`, changed, ME)).toBe(false);
    expect(concerns('/tickets', changed, ME)).toBe(true);
    expect(concerns('/people', changed, ME)).toBe(false);
  });

  it('takes a withheld ticket wherever tickets are shown: it may just have been taken out of sight', () => {
    const withheld = event('tickets:updates', null, true);
    for (const path of ['/', '/tickets', `/tickets/${TICKET}`, `/contacts/${ME}`]) expect(concerns(path, withheld, ME)).toBe(true);
    expect(concerns('/tickets/new', withheld, ME)).toBe(false);
    expect(concerns('/people', withheld, ME)).toBe(false);
  });

  it('takes a ticket to the page of a contact, which lists tickets, but not to the list of contacts', () => {
    expect(concerns(`/contacts/${ME}`, event('tickets:updates', { id: TICKET }), ME)).toBe(true);
    expect(concerns('/contacts', event('tickets:updates', { id: TICKET }), ME)).toBe(false);
    for (const path of ['/contacts', '/companies']) expect(concerns(path, event('contacts:updates', { id: TICKET }), ME)).toBe(true);
  });

  it('takes a change of the workspace, and what oneself is told, everywhere', () => {
    expect(concerns('/account', { ...event('users:updates', { id: TICKET }), type: 'workspace_updated' }, ME)).toBe(true);
    expect(concerns('/account', event('notifications:updates', { id: TICKET, userId: ME }), ME)).toBe(true);
    expect(concerns('/account', event('notifications:updates', null, true), ME)).toBe(false);
  });

  it('takes a change of oneself everywhere', () => {
    expect(concerns('/account', event('users:updates', { id: ME }), ME)).toBe(true);
    expect(concerns('/account', event('users:updates', { id: TICKET }), ME)).toBe(false);
  });
});
