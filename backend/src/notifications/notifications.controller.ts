import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../platform/access/decorators.ts';
import { Answers, AnswersNothing } from '../platform/http/answers.ts';
import { IdPipe } from '../platform/http/id.pipe.ts';
import { NotificationPage, NotificationPreferencesShape, UnreadShape } from './notification.shape.ts';
import { NotificationQuery, ReadDto, UpdatePreferencesDto } from './notifications.dto.ts';
import { NotificationsService } from './notifications.service.ts';

/** One's own notifications; nobody reads another's. */
@ApiTags('notifications')
@Controller('notifications')
export class NotificationsController {
  constructor(private readonly notifications: NotificationsService) {}

  /** What concerns oneself, newest first. */
  @Get()
  @Can('notification:read')
  @Answers(NotificationPage)
  list(@Query() query: NotificationQuery) {
    return this.notifications.list(query);
  }

  @Get('unread')
  @Can('notification:read')
  @Answers(UnreadShape)
  unread() {
    return this.notifications.unread();
  }

  /** By kind, whether one is told. */
  @Get('preferences')
  @Can('notification:read')
  @Answers(NotificationPreferencesShape)
  preferences() {
    return this.notifications.preferences();
  }

  @Patch('preferences')
  @Can()
  @Answers(NotificationPreferencesShape)
  updatePreferences(@Body() changes: UpdatePreferencesDto) {
    return this.notifications.updatePreferences(changes);
  }

  /** Marks everything as read, or what there is about one ticket. */
  @Post('read')
  @Can()
  @AnswersNothing()
  async readAll(@Body() { ticketId }: ReadDto) {
    await this.notifications.readAll(ticketId);
  }

  @Post(':id/read')
  @Can()
  @AnswersNothing()
  async read(@Param('id', IdPipe) id: string) {
    await this.notifications.read(id);
  }

  /** Takes it out of the inbox. */
  @Post(':id/done')
  @Can()
  @AnswersNothing()
  async done(@Param('id', IdPipe) id: string) {
    await this.notifications.done(id);
  }
}
