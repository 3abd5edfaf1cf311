import { Body, Controller, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/access/decorators.ts';
import { Answers } from '../../platform/http/answers.ts';
import { IfMatch } from '../../platform/http/versions.ts';
import { UserShape } from '../users.shapes.ts';
import { UpdateProfileDto } from './profile.dto.ts';
import { ProfileService } from './profile.service.ts';

@ApiTags('users')
@Controller('users')
export class ProfileController {
  constructor(private readonly profile: ProfileService) {}

  /** One's own name, language, zone and theme. */
  @Patch('me')
  @Can()
  @Answers(UserShape)
  update(@Body() changes: UpdateProfileDto, @IfMatch() seen?: number) {
    return this.profile.update(changes, seen);
  }
}
