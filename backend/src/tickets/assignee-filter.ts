import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Matches, ValidateIf } from 'class-validator';

const ME_NONE_OR_ID = /^(me|none|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$/;

/** Query: a member's id, `me`, or `none`. */
export function IsAssignee(): PropertyDecorator {
  return applyDecorators(
    ValidateIf((_, value) => value !== undefined),
    Matches(ME_NONE_OR_ID),
    ApiProperty({ type: String, required: false, pattern: ME_NONE_OR_ID.source, description: 'A member’s id, `me` or `none`.' }),
  );
}
