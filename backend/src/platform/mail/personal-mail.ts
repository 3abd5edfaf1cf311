import { Inject, Injectable } from '@nestjs/common';
import type { Locale } from '@kontor/contracts/locales';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { reportError } from '../telemetry/report-error.ts';
import { render } from './letter.ts';
import { RefusedForGood, Smtp } from './smtp.ts';
import { WORDS, type Letter, type Words } from './words/words.ts';

interface PersonalLetter {
  to: string;
  locale: Locale;
  letter: (words: Words) => Letter;
  link: string;
  /** An id, the same at every attempt. */
  reference: string;
}

/** Mail to a person rather than of a workspace: handed over by a job at once, and kept nowhere, since nobody else may read it. */
@Injectable()
export class PersonalMail {
  constructor(
    private readonly smtp: Smtp,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** False where trying again may help. What the server says is not logged: it names the person. */
  async send({ to, locale, letter, link, reference }: PersonalLetter): Promise<boolean> {
    const messageId = `<${reference}@${new URL(this.settings.publicUrl).hostname}>`;
    try {
      await this.smtp.deliver({ to, ...render(letter(WORDS[locale]), locale, link), messageId, isAutomatic: true });
      return true;
    } catch (error) {
      const isForGood = error instanceof RefusedForGood;
      reportError(new Error(isForGood ? 'The mail server refused a message.' : 'A message could not be handed to the mail server.'), {
        category: 'mail',
        severity: 'warning',
        context: { reference },
      });
      return isForGood;
    }
  }
}
