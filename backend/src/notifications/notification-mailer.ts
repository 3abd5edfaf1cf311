import { Injectable, Optional } from '@nestjs/common';
import { MAILED_NOTIFICATIONS, type MailedNotification } from '@kontor/contracts/mail';
import type { NotificationKind } from '@kontor/contracts/notifications';
import { currentActor } from '../platform/context.ts';
import { Database } from '../platform/database/database.ts';
import { Outbox } from '../platform/mail/outbox.ts';
import { Presence } from '../platform/realtime/presence.ts';
import { BY_MAIL } from './notifications.queries.ts';

const MAIL_KINDS = { assigned: 'assignment', mentioned: 'mention' } as const satisfies Record<MailedNotification, string>;

/** Tells members by mail, too, where they want that and are not at the ticket anyway. What a note says stays inside. */
@Injectable()
export class NotificationMailer {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    /** Only where this process has the sockets, too. */
    @Optional() private readonly presence?: Presence,
  ) {}

  /** Members by their id, each with what they are told of the ticket, which they may see. */
  async mail({ id, number, subject }: { id: string; number: number; subject: string }, told: Map<string, NotificationKind>): Promise<void> {
    const { userId: actorId, tenantId } = currentActor();
    const present = this.presence?.people(tenantId, `tickets/${id}`);
    const mailed = [...told].filter(([userId, kind]) => kind in MAILED_NOTIFICATIONS && !present?.has(userId));
    if (mailed.length === 0) return;
    const wanting = await this.database.query(BY_MAIL, [mailed.map(([userId]) => userId), mailed.map(([, kind]) => kind), actorId]);
    const unflooded = wanting.length > 0 ? await this.outbox.unflooded(wanting.map(({ userId }) => userId)) : new Set();
    await this.outbox.put(
      wanting
        .filter(({ userId }) => unflooded.has(userId))
        .map(({ userId, kind, email, locale, workspace, actor }) => ({
          kind: MAIL_KINDS[kind],
          to: email,
          userId,
          locale,
          content: { workspace, actor, number, subject },
          path: `/tickets/${id}`,
          aboutId: id,
        })),
    );
  }
}
