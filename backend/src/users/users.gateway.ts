import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.ts';
import { UpdatesChannel, type ChannelGateway } from '../platform/events/channels.ts';

/** `users:updates`: whoever may read members sees every event of it, but invitations only who may invite. */
@Injectable()
@UpdatesChannel('users:updates')
export class UsersGateway implements ChannelGateway {
  seesAll(actor: Actor): boolean {
    return actor.can('member:invite');
  }

  /** Only an invitation says who invited. */
  sees(_actor: Actor, data: Record<string, unknown>): boolean {
    return !('invitedBy' in data);
  }
}
