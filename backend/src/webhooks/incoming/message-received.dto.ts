import { TICKET_LIMITS, TICKET_PRIORITIES, type TicketPriority } from '@kontor/contracts/tickets';
import { INCOMING_LIMITS } from '@kontor/contracts/webhooks';
import { Email, Nested, OneOf, Text, Texts } from '../../platform/http/fields.ts';

export class SenderDto {
  @Email()
  email: string;

  @Text({ max: 120, optional: true })
  name?: string;
}

/** `data` of `message_received`. */
export class MessageReceivedDto {
  @Text({ max: INCOMING_LIMITS.thread, description: 'The sender’s own name of the conversation: messages of one are one ticket.' })
  thread: string;

  @Nested(() => SenderDto)
  from: SenderDto;

  @Text({ max: TICKET_LIMITS.subject, optional: true })
  subject?: string;

  @Text({ max: TICKET_LIMITS.body })
  body: string;

  @OneOf(TICKET_PRIORITIES, { optional: true })
  priority?: TicketPriority;

  @Texts({ max: TICKET_LIMITS.tags, length: TICKET_LIMITS.tag, optional: true })
  tags?: string[];
}
