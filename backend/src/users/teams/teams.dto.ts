import { TEAM_LIMITS } from '@kontor/contracts/permissions';
import { Ids, OneOf, Text } from '../../platform/http/fields.ts';
import { CountedPageQuery } from '../../platform/http/pagination.ts';

const TEAM_SORTS = ['name', '-name'] as const;

export class TeamQuery extends CountedPageQuery {
  @OneOf(TEAM_SORTS, { optional: true })
  sort: (typeof TEAM_SORTS)[number] = 'name';
}

export class CreateTeamDto {
  @Text({ max: TEAM_LIMITS.name })
  name: string;

  @Ids({ max: TEAM_LIMITS.members, optional: true, description: 'Active members.' })
  memberIds?: string[];
}

export class UpdateTeamDto {
  @Text({ max: TEAM_LIMITS.name, optional: true })
  name?: string;

  @Ids({ max: TEAM_LIMITS.members, optional: true, description: 'All members of the team from now on.' })
  memberIds?: string[];
}
