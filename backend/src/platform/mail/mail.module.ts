import { Global, Module } from '@nestjs/common';
import { MailLetters } from './mail-letters.ts';
import { MailSender } from './mail-sender.ts';
import { MailsController } from './mails.controller.ts';
import { MailsService } from './mails.service.ts';
import { Outbox } from './outbox.ts';
import { PersonalMail } from './personal-mail.ts';
import { Smtp } from './smtp.ts';

@Global()
@Module({
  controllers: [MailsController],
  providers: [MailLetters, MailSender, MailsService, Outbox, PersonalMail, Smtp],
  exports: [Outbox, PersonalMail],
})
export class MailModule {}
