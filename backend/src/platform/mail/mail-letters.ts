import { Inject, Injectable } from '@nestjs/common';
import { Encryption } from '../access/encryption.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { render } from './letter.ts';
import type { MailRow } from './mails.queries.ts';
import { linkPurpose } from './outbox.ts';
import { WORDS, type Letter, type MailContents } from './words/words.ts';

type Kept = Pick<MailRow, 'kind' | 'locale' | 'content'>;

/** Makes words of what is kept of a mail. */
@Injectable()
export class MailLetters {
  constructor(
    private readonly encryption: Encryption,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  subject(mail: Kept): string {
    return render(letterOf(mail), mail.locale).subject;
  }

  /** As it leaves. A secret link that is no longer there is said not to be. */
  whole(mail: MailRow, showsSecret: boolean): { subject: string; text: string; html: string } {
    const link = mail.linkUntil === null ? this.#pathOf(mail) : showsSecret ? this.secretLink(mail) : undefined;
    return render(letterOf(mail), mail.locale, link ?? (mail.linkUntil === null ? undefined : WORDS[mail.locale].linkHidden));
  }

  secretLink({ id, link }: Pick<MailRow, 'id' | 'link'>): string | undefined {
    return link === null ? undefined : this.encryption.decrypt(link, linkPurpose(id)).toString();
  }

  #pathOf({ content: { path } }: Kept): string | undefined {
    return path === undefined ? undefined : `${this.settings.publicUrl}${path}`;
  }
}

/** Subjects and bodies that a list leaves out are not missed in its subjects. */
function letterOf({ kind, locale, content }: Kept): Letter {
  const words = WORDS[locale][kind] as (content: MailContents[typeof kind]) => Letter;
  return words({ body: '', files: [], ...content } as unknown as MailContents[typeof kind]);
}
