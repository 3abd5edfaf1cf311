import { Injectable } from '@nestjs/common';
import { NOTIFICATION_KINDS } from '@kontor/contracts/notifications';
import { Clock } from '../platform/clock.ts';
import { currentActor } from '../platform/context.ts';
import { Database } from '../platform/database/database.ts';
import type { Statement } from '../platform/database/statement.ts';
import { Events } from '../platform/events/events.ts';
import { Invalid, NotFound } from '../platform/http/problems.ts';
import type { PageOf } from '../platform/http/shapes.ts';
import { TicketsService } from '../tickets/tickets.service.ts';
import { notificationChanged } from './notification.events.ts';
import type { NotificationBody, NotificationPreferencesBody } from './notification.shape.ts';
import type { NotificationQuery, UpdatePreferencesDto } from './notifications.dto.ts';
import { DONE, inbox, notificationBody, NOTIFICATIONS, PREFERENCES, READ, READ_ALL, SET_PREFERENCES, unreadOf } from './notifications.queries.ts';

/** One's own inbox. What is in it is looked up anew each time: of a ticket out of sight nothing is told. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly tickets: TicketsService,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async list({ filter, ...page }: NotificationQuery): Promise<PageOf<NotificationBody>> {
    const found = await NOTIFICATIONS(this.database, inbox(currentActor(), filter === 'unread'), { ...page, sort: '-at' });
    return { ...found, items: found.items.map(notificationBody) };
  }

  async unread(): Promise<{ count: number }> {
    const { statement, values } = unreadOf(currentActor());
    return (await this.database.one(statement, values))!;
  }

  /** Reads everything, or what there is about one ticket. */
  async readAll(ticketId: string | undefined): Promise<void> {
    if (ticketId !== undefined) await this.#requireTicket(ticketId);
    const { userId } = currentActor();
    const read = await this.database.query(READ_ALL, [userId, this.clock.now(), ticketId ?? null]);
    if (read.length > 0) this.events.append(notificationChanged(userId));
  }

  read(id: string): Promise<void> {
    return this.#mark(READ, id);
  }

  /** Takes it out of the inbox. */
  done(id: string): Promise<void> {
    return this.#mark(DONE, id);
  }

  async preferences(): Promise<NotificationPreferencesBody> {
    const set = await this.database.query(PREFERENCES, [currentActor().userId]);
    const off = new Set(set.filter(({ inApp }) => !inApp).map(({ kind }) => kind));
    return { assigned: !off.has('assigned'), mentioned: !off.has('mentioned'), replied: !off.has('replied'), noted: !off.has('noted') };
  }

  async updatePreferences(changes: UpdatePreferencesDto): Promise<NotificationPreferencesBody> {
    const kinds = NOTIFICATION_KINDS.filter((kind) => changes[kind] !== undefined);
    await this.database.query(SET_PREFERENCES, [currentActor().userId, kinds, kinds.map((kind) => changes[kind])]);
    return this.preferences();
  }

  async #mark(statement: Statement<{ id: string }>, id: string): Promise<void> {
    const { userId } = currentActor();
    const marked = await this.database.query(statement, [id, userId, this.clock.now()]);
    if (marked.length === 0) throw new NotFound();
    this.events.append(notificationChanged(userId));
  }

  async #requireTicket(id: string): Promise<void> {
    try {
      await this.tickets.read(id);
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      throw Invalid.field('/ticketId', 'NOT_FOUND', 'Is not a ticket here.');
    }
  }
}
