import type { NotificationKind } from '@kontor/contracts/notifications';
import type { NewEvent } from '../platform/events/events.ts';

/** Ids only: what the ticket says is read where the rules of the moment hold. */
interface Told {
  id: string;
  userId: string;
  kind: NotificationKind;
  ticketId: string;
  count: number;
}

export function notificationCreated(told: Told): NewEvent {
  return { channel: 'notifications:updates', type: 'notification_created', data: told };
}

/** Something of the member's inbox was read or done with. */
export function notificationChanged(userId: string): NewEvent {
  return { channel: 'notifications:updates', type: 'notification_changed', data: { userId } };
}
