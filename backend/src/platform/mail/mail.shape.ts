import { MAIL_KINDS, MAIL_STATES } from '@kontor/contracts/mail';
import { Flag, Instant, Nullable, OneOf, Page, Shape, Text, Uuid, Whole, type Static } from '../http/shapes.ts';

const LISTED = {
  id: Uuid(),
  kind: OneOf(MAIL_KINDS),
  /** An address. */
  recipient: Text(),
  subject: Text(),
  state: OneOf(MAIL_STATES),
  attempts: Whole(),
  /** What the mail server said, or what happened on the way to it, the last time. */
  lastError: Nullable(Text()),
  createdAt: Instant(),
  /** When it is tried next. */
  nextAt: Nullable(Instant()),
  sentAt: Nullable(Instant()),
};

export const ListedMailShape = Shape('ListedMail', LISTED);

export const MailShape = Shape('Mail', {
  ...LISTED,
  text: Text(),
  /** A secret link that still holds, for who could have given it. */
  link: Nullable(Text()),
});

export const SendingShape = Shape('MailSending', {
  /** False where no mail server is configured: then every message is kept. */
  isSending: Flag(),
  /** The address that mail comes from. */
  sender: Nullable(Text()),
});

export const MailPage = Page('MailPage', ListedMailShape);

export type ListedMailBody = Static<typeof ListedMailShape>;
export type MailBody = Static<typeof MailShape>;
export type SendingBody = Static<typeof SendingShape>;
