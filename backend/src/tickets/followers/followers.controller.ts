import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/access/decorators.ts';
import { Answers } from '../../platform/http/answers.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { FollowersPage } from '../ticket.shape.ts';
import { FollowersService } from './followers.service.ts';

@ApiTags('tickets')
@Controller('tickets')
export class FollowersController {
  constructor(private readonly followers: FollowersService) {}

  /** Who follows the ticket and may see it, in the order in which they began. */
  @Get(':id/followers')
  @Can('ticket:read')
  @Answers(FollowersPage)
  list(@Param('id', IdPipe) id: string) {
    return this.followers.list(id);
  }

  /** Follows the ticket oneself. Whoever writes on it or is mentioned follows by that. */
  @Post(':id/follow')
  @Can()
  @Answers(FollowersPage)
  follow(@Param('id', IdPipe) id: string) {
    return this.followers.follow(id);
  }

  @Post(':id/unfollow')
  @Can()
  @Answers(FollowersPage)
  unfollow(@Param('id', IdPipe) id: string) {
    return this.followers.unfollow(id);
  }
}
