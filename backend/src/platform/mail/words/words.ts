import type { Locale } from '@kontor/contracts/locales';
import type { Role } from '@kontor/contracts/permissions';
import type { MailKind } from '@kontor/contracts/mail';
import { en } from './en.ts';
import { id } from './id.ts';

interface OnTicket {
  workspace: string;
  actor: string;
  number: number;
  subject: string;
}

/** What each kind of mail is filled in with. A link that is a secret is none of it: it is kept apart, encrypted. */
export interface MailContents {
  invitation: { workspace: string; inviter: string; role: Role; days: number };
  assignment: OnTicket;
  mention: OnTicket;
  reply: { workspace: string; actor: string; number: number; subject: string; body: string; files: string[] };
  test: { workspace: string; actor: string };
}

/** A mail in words, as plain text: how it is escaped and laid out is nobody's business here. */
export interface Letter {
  subject: string;
  /** Paragraphs. */
  lines: string[];
  /** What the link is called, where there is one. */
  action?: string;
  /** Why one gets this. */
  foot: string;
}

/** All words of all mails in one language. */
export type Words = { [Kind in MailKind]: (content: MailContents[Kind]) => Letter } & {
  passwordReset: (content: { name: string; minutes: number }) => Letter;
  /** Stands where a link was that the reader may not have, or that no longer holds. */
  linkHidden: string;
};

export const WORDS: Readonly<Record<Locale, Words>> = { en, id };
