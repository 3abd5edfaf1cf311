import type { DemoAuthor, DemoChange, DemoEntry, DemoTicket } from './demo-types.ts';

/** Who writes what into a ticket: keeps the ticket's fields and its entries in step. */
export class TicketRecord {
  readonly ticket: DemoTicket;

  constructor(ticket: DemoTicket) {
    this.ticket = ticket;
  }

  write(at: number, author: DemoAuthor, kind: 'reply' | 'note', body: string): void {
    this.#add({ type: 'message', at: new Date(at), author, kind, body });
  }

  move(at: number, author: DemoAuthor, to: DemoTicket['status']): void {
    const { ticket } = this;
    if (ticket.status === to) return;
    this.#change(at, author, 'status', ticket.status, to);
    ticket.status = to;
    ticket.solvedAt = to === 'solved' || to === 'closed' ? (ticket.solvedAt ?? ticket.updatedAt) : null;
    if (to === 'closed') ticket.closedAt = ticket.updatedAt;
  }

  assign(at: number, author: DemoAuthor, to: string | null): void {
    if (to === this.ticket.assignee) return;
    this.#change(at, author, 'assignee', this.ticket.assignee, to);
    this.ticket.assignee = to;
  }

  prioritise(at: number, author: DemoAuthor, to: DemoTicket['priority']): void {
    if (to === this.ticket.priority) return;
    this.#change(at, author, 'priority', this.ticket.priority, to);
    this.ticket.priority = to;
  }

  rename(at: number, author: DemoAuthor, to: string): void {
    this.#change(at, author, 'subject', this.ticket.subject, to);
    this.ticket.subject = to;
  }

  tag(at: number, author: DemoAuthor, to: string[]): void {
    const joined = (tags: string[]): string | null => tags.join(', ') || null;
    this.#change(at, author, 'tags', joined(this.ticket.tags), joined(to));
    this.ticket.tags = to;
  }

  #change(at: number, author: DemoAuthor, field: DemoChange['field'], from: string | null, to: string | null): void {
    this.#add({ type: 'change', at: new Date(at), author, field, from, to });
  }

  #add(entry: DemoEntry): void {
    // What belongs together keeps its order: each entry is a little later than the one before.
    const last = this.ticket.entries.at(-1)?.at.getTime() ?? 0;
    if (entry.at.getTime() <= last) entry.at = new Date(last + 40);
    this.ticket.entries.push(entry);
    this.ticket.updatedAt = entry.at;
  }
}
