import { CANNED_LIMITS } from '@kontor/contracts/canned-answers';
import { Flag, Id, OneOf, Pattern, Text } from '../platform/http/fields.ts';
import { PageQuery } from '../platform/http/pagination.ts';

export const CANNED_SORTS = ['name', '-name'] as const;

export class CannedAnswerQuery extends PageQuery {
  @OneOf(CANNED_SORTS, { optional: true })
  sort: (typeof CANNED_SORTS)[number] = 'name';
}

export class FilledQuery {
  @Id({ optional: true, description: 'The ticket that it is written on; without one its variables are gaps.' })
  ticketId?: string;
}

const SHORTCUT = /^[a-z0-9][a-z0-9-]*$/;

export class CreateCannedAnswerDto {
  @Text({ max: CANNED_LIMITS.name })
  name: string;

  @Pattern(SHORTCUT, { max: CANNED_LIMITS.shortcut, description: 'Lower-case letters, figures and hyphens.' })
  shortcut: string;

  @Text({ max: CANNED_LIMITS.body, description: 'May hold {{contact.name}}, {{ticket.number}}, {{ticket.subject}}, {{agent.name}} and {{workspace.name}}.' })
  body: string;

  @Flag({ optional: true, description: 'For everybody in the workspace; needs canned-answer:share.' })
  shared?: boolean;
}

export class UpdateCannedAnswerDto {
  @Text({ max: CANNED_LIMITS.name, optional: true })
  name?: string;

  @Pattern(SHORTCUT, { max: CANNED_LIMITS.shortcut, optional: true })
  shortcut?: string;

  @Text({ max: CANNED_LIMITS.body, optional: true })
  body?: string;

  @Flag({ optional: true, description: 'For everybody in the workspace; needs canned-answer:share.' })
  shared?: boolean;
}
