import { Body, Controller, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { LOCALES, THEMES, type Locale, type Theme } from '@kontor/contracts/locales';
import { Can } from '../../platform/access/decorators.ts';
import { Answers } from '../../platform/http/answers.ts';
import { OneOf, Text, TimeZone } from '../../platform/http/fields.ts';
import { IfMatch } from '../../platform/http/versions.ts';
import { UserShape } from '../users.shapes.ts';
import { ProfileService } from './profile.service.ts';

export class UpdateProfileDto {
  @Text({ max: 120, optional: true })
  name?: string;

  @OneOf(LOCALES, { optional: true })
  locale?: Locale;

  @TimeZone({ optional: true })
  timeZone?: string;

  @OneOf(THEMES, { optional: true })
  theme?: Theme;
}

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
