import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.ts';
import { UpdatesChannel, type ChannelGateway } from '../platform/events/channels.ts';

/** `users:updates`: whoever may read members sees every event of it, but invitations only who may invite, and keys only their owners and who keeps keys. */
@Injectable()
@UpdatesChannel('users:updates')
export class UsersGateway implements ChannelGateway {
  seesAll(actor: Actor): boolean {
    return actor.can('member:invite') && actor.can('api-key:manage');
  }

  /** Only an invitation says who invited, only a key has scopes. */
  sees(actor: Actor, data: Record<string, unknown>): boolean {
    if ('invitedBy' in data) return actor.can('member:invite');
    if ('scopes' in data) return actor.can('api-key:manage') || (data['owner'] as { id: string }).id === actor.userId;
    return true;
  }
}
