import { Module } from '@nestjs/common';
import { TicketsModule } from '../tickets/tickets.module.ts';
import { CannedAnswersController } from './canned-answers.controller.ts';
import { CannedAnswersService } from './canned-answers.service.ts';

@Module({
  imports: [TicketsModule],
  controllers: [CannedAnswersController],
  providers: [CannedAnswersService],
})
export class CannedAnswersModule {}
