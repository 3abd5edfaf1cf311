import { describe, expect, it } from '@jest/globals';
import type { Channel, EventEnvelope } from '@kontor/contracts/events';
import { concerns } from './concerns.ts';

const TICKET = '0192aaaa-0000-7000-8000-000000000001';
const ME = '0192aaaa-0000-7000-8000-000000000002';

function event(channel: Channel, data: unknown, redacted?: true): EventEnvelope {
  const type = channel === 'users:updates' ? 'member_updated' : channel === 'contacts:updates' ? 'contact_created' : 'ticket_updated';
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

  it('knows the ticket of a note, which carries ids only', () => {
    expect(concerns(`/tickets/${TICKET}`, event('tickets:updates', { id: 'm', ticketId: TICKET }), ME)).toBe(true);
  });

  it('leaves redacted events alone and takes a change of oneself everywhere', () => {
    expect(concerns('/tickets', event('tickets:updates', null, true), ME)).toBe(false);
    expect(concerns('/account', event('users:updates', { id: ME }), ME)).toBe(true);
    expect(concerns('/account', event('users:updates', { id: TICKET }), ME)).toBe(false);
  });
});
