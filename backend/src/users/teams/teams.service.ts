import { Injectable } from '@nestjs/common';
import { Sessions } from '../../platform/access/sessions.ts';
import { Clock } from '../../platform/clock.ts';
import { currentActor } from '../../platform/context.ts';
import { Database } from '../../platform/database/database.ts';
import { Events } from '../../platform/events/events.ts';
import { onConstraint } from '../../platform/http/constraints.ts';
import { Conflict, Invalid, NotFound } from '../../platform/http/problems.ts';
import type { PageOf } from '../../platform/http/shapes.ts';
import { checkVersion } from '../../platform/http/versions.ts';
import { RENEW_RIGHTS } from '../members/members.queries.ts';
import type { TeamBody } from '../users.shapes.ts';
import { TeamClosing } from './team-closing.ts';
import { teamEvent } from './team.events.ts';
import type { CreateTeamDto, TeamQuery, UpdateTeamDto } from './teams.dto.ts';
import {
  CHANGE_TEAM,
  CLOSE_TEAM,
  CREATE_TEAM,
  HOLD_MEMBERS,
  HOLD_TEAM,
  IS_TEAM_MEMBER,
  LOCK_TEAM,
  SET_TEAM_MEMBERS,
  TEAM,
  TEAMS,
} from './teams.queries.ts';

onConstraint('teams_name_taken', () => Invalid.field('/name', 'TAKEN', 'There is a team of this name.'));

/** The teams of the workspace, and who is in them. */
@Injectable()
export class TeamsService {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly events: Events,
    private readonly closing: TeamClosing,
    private readonly clock: Clock,
  ) {}

  list(query: TeamQuery): Promise<PageOf<TeamBody>> {
    return TEAMS(this.database, [{ text: 'e.closed_at IS NULL', values: [] }], query);
  }

  async read(id: string): Promise<TeamBody> {
    const team = await this.database.one(TEAM, [id]);
    if (!team) throw new NotFound();
    return team;
  }

  /** A team that is not closed, and stays so until the end of the transaction. @throws NotFound */
  async requireOpen(id: string): Promise<void> {
    const team = await this.database.one(HOLD_TEAM, [id]);
    if (!team || team.closed) throw new NotFound();
  }

  async includes(id: string, userId: string): Promise<boolean> {
    return (await this.database.one(IS_TEAM_MEMBER, [id, userId])) !== undefined;
  }

  async create({ name, memberIds = [] }: CreateTeamDto): Promise<TeamBody> {
    await this.#holdMembers(memberIds);
    const { id } = (await this.database.one(CREATE_TEAM, [name]))!;
    await this.#setMembers(id, memberIds);
    return this.#announce('team_created', id);
  }

  async update(id: string, { name, memberIds }: UpdateTeamDto, seen: number | undefined): Promise<TeamBody> {
    // Members are locked before teams, as when a member leaves.
    if (memberIds) await this.#holdMembers(memberIds);
    const team = await this.#lock(id, seen);
    if (team.closed) throw new Conflict('The team is closed.');
    const hasNewMembers = memberIds !== undefined && (await this.#setMembers(id, memberIds));
    const hasNewName = name !== undefined && name !== team.name;
    if (!hasNewName && !hasNewMembers) return this.read(id);
    await this.database.query(CHANGE_TEAM, [id, name ?? team.name]);
    return this.#announce('team_updated', id);
  }

  async close(id: string, seen: number | undefined): Promise<TeamBody> {
    const team = await this.#lock(id, seen);
    if (team.closed) return this.read(id);
    await this.closing.announce(id);
    await this.#setMembers(id, []);
    await this.database.query(CLOSE_TEAM, [id, this.clock.now().toISOString()]);
    return this.#announce('team_closed', id);
  }

  async #lock(id: string, seen: number | undefined) {
    const team = await this.database.one(LOCK_TEAM, [id]);
    if (!team) throw new NotFound();
    await checkVersion(seen, team.version, () => this.read(id));
    return team;
  }

  async #holdMembers(userIds: string[]): Promise<void> {
    const held = await this.database.query(HOLD_MEMBERS, [userIds]);
    if (held.length < userIds.length) throw Invalid.field('/memberIds', 'NOT_FOUND', 'Names somebody who is not an active member here.');
  }

  /** True where the members changed. Their sessions prove their rights anew: a team may be what a member sees. */
  async #setMembers(id: string, userIds: string[]): Promise<boolean> {
    const { tenantId } = currentActor();
    const changed = (await this.database.query(SET_TEAM_MEMBERS, [id, userIds])).map(({ user_id }) => user_id);
    if (changed.length === 0) return false;
    await this.database.query(RENEW_RIGHTS, [changed, tenantId]);
    this.database.afterCommit(() => changed.forEach((userId) => this.sessions.end(userId, tenantId)));
    return true;
  }

  async #announce(type: 'team_created' | 'team_updated' | 'team_closed', id: string): Promise<TeamBody> {
    const body = await this.read(id);
    this.events.append(teamEvent(type, body));
    return body;
  }
}
