import { Injectable } from '@nestjs/common';
import { UpdatesChannel, type ChannelGateway } from '../platform/events/channels.ts';

/** `contacts:updates`: whoever may read contacts sees every event of it. */
@Injectable()
@UpdatesChannel('contacts:updates')
export class ContactsGateway implements ChannelGateway {}
