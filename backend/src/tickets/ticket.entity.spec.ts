import { describe, expect, it } from '@jest/globals';
import { TICKET_STATUSES, TICKET_TRANSITIONS, type TicketStatus } from '@kontor/contracts/tickets';
import { Ticket } from './ticket.entity.ts';

const AT = new Date('2026-11-20T10:00:00Z');

function ticket(fields: Partial<Ticket>): Ticket {
  return Object.assign(new Ticket(), { status: 'open', assigneeId: 'tom', subject: 'Oven', solvedAt: null, closedAt: null, pendingUntil: null }, fields);
}

const pairs = TICKET_STATUSES.flatMap((from) => TICKET_STATUSES.map((to): [TicketStatus, TicketStatus] => [from, to]));

describe('moving', () => {
  it.each(pairs)('from %s to %s follows the table', (from, to) => {
    const moved = ticket({ status: from });
    const isAllowed = from === to || TICKET_TRANSITIONS[from].includes(to);
    if (!isAllowed) return expect(() => moved.moveTo(to, AT)).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
    moved.moveTo(to, AT);
    expect(moved.status).toBe(to);
    expect(moved.changes).toEqual(from === to ? [] : [{ field: 'status', from, to }]);
  });

  it('to solved needs somebody who answers for it', () => {
    expect(() => ticket({ assigneeId: null }).moveTo('solved', AT)).toThrow(expect.objectContaining({ code: 'ASSIGNEE_REQUIRED' }));
  });

  it('keeps when it was solved until it is open again', () => {
    const moved = ticket({});
    moved.moveTo('solved', AT);
    moved.moveTo('closed', new Date('2026-11-21T10:00:00Z'));
    expect([moved.solvedAt, moved.closedAt]).toEqual([AT, new Date('2026-11-21T10:00:00Z')]);
    const reopened = ticket({ status: 'solved', solvedAt: AT });
    reopened.moveTo('open', AT);
    expect(reopened.solvedAt).toBeNull();
  });
});

it('opens by a public answer only when it is new', () => {
  const [fresh, pending] = [ticket({ status: 'new' }), ticket({ status: 'pending' })];
  fresh.answered('We are on it.', AT);
  pending.answered('Still on it.', AT);
  expect([fresh.status, fresh.preview, pending.status]).toEqual(['open', 'We are on it.', 'pending']);
});

it('notes no change where nothing changed', () => {
  const same = ticket({});
  same.rename('Oven');
  same.assignTo('tom');
  same.retag(['a', 'b'], ['a', 'b']);
  expect(same.changes).toEqual([]);
});
