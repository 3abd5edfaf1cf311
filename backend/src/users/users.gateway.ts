import { Injectable } from '@nestjs/common';
import { UpdatesChannel, type ChannelGateway } from '../platform/events/channels.ts';

/** `users:updates`: whoever may read members sees every event of it. */
@Injectable()
@UpdatesChannel('users:updates')
export class UsersGateway implements ChannelGateway {}
