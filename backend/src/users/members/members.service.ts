import { Injectable } from '@nestjs/common';
import type { Role } from '@kontor/contracts/permissions';
import { Sessions } from '../../platform/access/sessions.ts';
import { Clock } from '../../platform/clock.ts';
import { currentActor } from '../../platform/context.ts';
import { Database } from '../../platform/database/database.ts';
import { Events } from '../../platform/events/events.ts';
import type { Condition } from '../../platform/http/keyset.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../platform/http/problems.ts';
import type { PageOf } from '../../platform/http/shapes.ts';
import { checkVersion } from '../../platform/http/versions.ts';
import type { MemberBody } from '../users.shapes.ts';
import { LEAVE_TEAMS } from '../teams/teams.queries.ts';
import { MemberDeparture } from './member-departure.ts';
import type { MemberQuery, UpdateMemberDto } from './members.dto.ts';
import { HOLD_MEMBER, LOCK_OWNERS, MEMBER, MEMBERS, RENEW_RIGHTS, REVOKE_MEMBER_SESSIONS } from './members.queries.ts';
import { Membership } from './membership.entity.ts';
import { memberEvent, type MemberEventType } from './member.events.ts';

/** The members of the workspace: who they are and what they may do. */
@Injectable()
export class MembersService {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly events: Events,
    private readonly departure: MemberDeparture,
    private readonly clock: Clock,
  ) {}

  list(query: MemberQuery): Promise<PageOf<MemberBody>> {
    const conditions: Condition[] = [];
    if (query.status) conditions.push({ text: 'm.status = ?', values: [query.status] });
    if (query.team) conditions.push({ text: 'EXISTS (SELECT 1 FROM team_members b WHERE b.user_id = m.user_id AND b.team_id = ?)', values: [query.team] });
    if (query.q) {
      const part = `%${query.q.replace(/[\\%_]/g, '\\$&')}%`;
      conditions.push({ text: '(u.name ILIKE ? OR u.email ILIKE ?)', values: [part, part] });
    }
    if (query.kind) conditions.push({ text: 'u.kind = ?', values: [query.kind] });
    if (query.role) conditions.push({ text: 'm.role = ?', values: [query.role] });
    return MEMBERS(this.database, conditions, query);
  }

  async read(userId: string): Promise<MemberBody> {
    const member = await this.database.one(MEMBER, [userId]);
    if (!member) throw new NotFound();
    return member;
  }

  /** An active member, who stays one until the end of the transaction. @throws NotFound */
  async requireActive(userId: string): Promise<MemberBody> {
    const member = await this.database.one(HOLD_MEMBER, [userId]);
    if (member?.status !== 'active') throw new NotFound();
    return member;
  }

  async update(userId: string, { role, ticketVisibility }: UpdateMemberDto, seen: number | undefined): Promise<MemberBody> {
    const member = await this.#locked(userId, seen);
    const hasNewRole = role !== undefined && role !== member.role;
    if (member.role === 'owner') this.#requireOwner('Only an owner may change an owner.');
    if (hasNewRole) await this.#checkRoleChange(member, role);
    const hasNewVisibility = ticketVisibility !== undefined && ticketVisibility !== member.ticketVisibility;
    if (!hasNewRole && !hasNewVisibility) return this.read(userId);
    if (hasNewRole) member.role = role;
    if (hasNewVisibility) member.ticketVisibility = ticketVisibility;
    await this.#save(member);
    await this.database.query(RENEW_RIGHTS, [[userId], currentActor().tenantId]);
    return this.#announce(hasNewRole ? 'member_role_changed' : 'member_updated', userId);
  }

  /** Ends the member's sessions here and leaves their open tickets to others, all or nothing. */
  async deactivate(userId: string, seen: number | undefined): Promise<MemberBody> {
    const member = await this.#locked(userId, seen);
    if (member.status === 'deactivated') return this.read(userId);
    if (member.role === 'owner') this.#requireOwner('Only an owner may deactivate an owner.');
    await this.#requireAnotherOwner(member);
    return this.#depart(member);
  }

  async reactivate(userId: string, seen: number | undefined): Promise<MemberBody> {
    const member = await this.#locked(userId, seen);
    if (member.status === 'active') return this.read(userId);
    if (member.role === 'owner') this.#requireOwner('Only an owner may reactivate an owner.');
    member.reactivate();
    await this.#save(member);
    return this.#announce('member_reactivated', userId);
  }

  async leave(): Promise<void> {
    const member = await this.#locked(currentActor().userId, undefined);
    await this.#requireAnotherOwner(member);
    await this.#depart(member);
  }

  async #depart(member: Membership): Promise<MemberBody> {
    member.deactivate(this.clock.now());
    await this.#save(member);
    await this.database.query(LEAVE_TEAMS, [member.userId]);
    await this.departure.announce(member.userId);
    await this.database.query(REVOKE_MEMBER_SESSIONS, [member.userId, currentActor().tenantId]);
    return this.#announce('member_deactivated', member.userId);
  }

  async #checkRoleChange(member: Membership, role: Role): Promise<void> {
    if (role === 'owner' || member.role === 'owner') this.#requireOwner('Only an owner may make or unmake an owner.');
    if (role === 'owner' && (await this.read(member.userId)).kind === 'service') throw Invalid.field('/role', 'INVALID_VALUE', 'A service member is never an owner: nobody could sign in as it.');
    await this.#requireAnotherOwner(member);
  }

  #requireOwner(detail: string): void {
    if (currentActor().role !== 'owner') throw new Forbidden(detail);
  }

  /** The owners' rows stay locked to the end, so that two last owners cannot leave past each other. */
  async #requireAnotherOwner(member: Membership): Promise<void> {
    if (!member.isActiveOwner) return;
    const owners = await this.database.query(LOCK_OWNERS);
    if (owners.some(({ user_id }) => user_id !== member.userId)) return;
    throw new Conflict('A workspace needs an owner: make another member an owner first.', 'LAST_OWNER');
  }

  async #locked(userId: string, seen: number | undefined): Promise<Membership> {
    const manager = await this.database.entities();
    const member = await manager.findOne(Membership, { where: { userId }, lock: { mode: 'pessimistic_write' } });
    if (!member) throw new NotFound();
    await checkVersion(seen, member.version, () => this.read(userId));
    return member;
  }

  async #save(member: Membership): Promise<void> {
    const manager = await this.database.entities();
    await manager.save(member);
  }

  async #announce(type: MemberEventType, userId: string): Promise<MemberBody> {
    const { tenantId } = currentActor();
    const body = await this.read(userId);
    this.events.append(memberEvent(type, body));
    this.database.afterCommit(() => this.sessions.end(userId, tenantId));
    return body;
  }
}
