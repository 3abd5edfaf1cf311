import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Matches, ValidateIf } from 'class-validator';

const ID = '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';

/** Query: an id, or one of a few words that stand for one. */
export function IdOr(words: readonly string[], description: string): PropertyDecorator {
  const pattern = new RegExp(`^(${words.join('|')}|${ID})$`);
  return applyDecorators(
    ValidateIf((_, value) => value !== undefined),
    Matches(pattern),
    ApiProperty({ type: String, required: false, pattern: pattern.source, description }),
  );
}
