import { CHANNELS } from '@kontor/contracts/events';
import type { NewEvent } from '../../platform/events/events.ts';
import type { MemberBody } from '../users.shapes.ts';

export type MemberEventType = Exclude<Extract<(typeof CHANNELS)['users:updates']['types'][number], `member_${string}`>, 'member_invited'>;

export function memberEvent(type: MemberEventType, member: MemberBody): NewEvent {
  return { channel: 'users:updates', type, data: member };
}
