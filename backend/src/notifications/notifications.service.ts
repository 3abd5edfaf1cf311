import { Injectable } from '@nestjs/common';
import { MAILED_NOTIFICATIONS, type MailedNotification } from '@kontor/contracts/mail';
import { NOTIFICATION_KINDS, type NotificationKind } from '@kontor/contracts/notifications';
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
import { DONE, inbox, notificationBody, NOTIFICATIONS, PREFERENCES, READ, READ_ALL, setPreferences, unreadOf } from './notifications.queries.ts';

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
    const set = new Map((await this.database.query(PREFERENCES, [currentActor().userId])).map((row) => [row.kind, row]));
    const told = (kind: NotificationKind) => set.get(kind)?.inApp ?? true;
    const mailed = (kind: MailedNotification) => set.get(kind)?.byMail ?? MAILED_NOTIFICATIONS[kind];
    return {
      assigned: told('assigned'),
      mentioned: told('mentioned'),
      replied: told('replied'),
      noted: told('noted'),
      assignedByMail: mailed('assigned'),
      mentionedByMail: mailed('mentioned'),
    };
  }

  async updatePreferences(changes: UpdatePreferencesDto): Promise<NotificationPreferencesBody> {
    await this.#set('inApp', new Map(NOTIFICATION_KINDS.map((kind) => [kind, changes[kind]])));
    await this.#set('byMail', new Map([['assigned', changes.assignedByMail], ['mentioned', changes.mentionedByMail]]));
    return this.preferences();
  }

  async #set(place: 'inApp' | 'byMail', values: Map<NotificationKind, boolean | undefined>): Promise<void> {
    const given = [...values].filter(([, value]) => value !== undefined);
    if (given.length > 0) await this.database.query(setPreferences(place), [currentActor().userId, given.map(([kind]) => kind), given.map(([, value]) => value)]);
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
