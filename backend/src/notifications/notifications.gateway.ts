import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.ts';
import { UpdatesChannel, type ChannelGateway } from '../platform/events/channels.ts';

/** `notifications:updates`: everyone but the addressee gets an event redacted. */
@Injectable()
@UpdatesChannel('notifications:updates')
export class NotificationsGateway implements ChannelGateway {
  sees(actor: Actor, { userId }: Record<string, unknown>): boolean {
    return userId === actor.userId;
  }
}
