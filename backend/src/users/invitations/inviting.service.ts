import { Inject, Injectable } from '@nestjs/common';
import { isAtMost, type Role } from '@kontor/contracts/permissions';
import { issueToken } from '../../platform/access/tokens.ts';
import { Clock } from '../../platform/clock.ts';
import { SETTINGS, type Settings } from '../../platform/config/settings.ts';
import { currentActor } from '../../platform/context.ts';
import { Database } from '../../platform/database/database.ts';
import { Events } from '../../platform/events/events.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../platform/http/problems.ts';
import { Outbox } from '../../platform/mail/outbox.ts';
import type { PageOf } from '../../platform/http/shapes.ts';
import type { IssuedInvitationBody, SentInvitationBody } from '../users.shapes.ts';
import type { InvitationQuery, InviteDto } from './invitations.dto.ts';
import {
  ADDRESSED,
  HOLD_TEAMS,
  INVITE,
  LOCK_SENT,
  MEMBER_BY_EMAIL,
  OFFERED,
  RENEW,
  REVOKE,
  SENT,
  SENT_LIST,
  sentInvitation,
  STATES,
} from './invitations.queries.ts';

const LIFETIME_DAYS = 7;
const LIFETIME_MS = LIFETIME_DAYS * 86_400_000;

/** What members do with invitations. The link is answered once, to who asked for it, and mailed to who is invited. */
@Injectable()
export class InvitingService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async list({ state, ...query }: InvitationQuery): Promise<PageOf<SentInvitationBody>> {
    const page = await SENT_LIST(this.database, state ? [{ text: STATES[state], values: [] }] : [], query);
    return { ...page, items: page.items.map(sentInvitation) };
  }

  async invite({ email, role, ticketVisibility = 'all', teamIds = [] }: InviteDto): Promise<IssuedInvitationBody> {
    requireAtMostOwn(role);
    await this.#requireTeams(teamIds);
    await this.#requireNewcomer(email);
    const offered = await this.database.one(OFFERED, [email]);
    if (offered) requireAtMostOwn(offered.role);
    const { token, hash, now, expiresAt } = this.#issue();
    const { id } = (await this.database.one(INVITE, [email, role, ticketVisibility, teamIds, currentActor().userId, hash, expiresAt, now]))!;
    return this.#issued('member_invited', id, token);
  }

  /** A new link for an invitation that is open or has expired; the old link holds no more. */
  async resend(id: string): Promise<IssuedInvitationBody> {
    const invitation = await this.#lock(id);
    if (invitation.revoked) throw new Conflict('This invitation was revoked. Invite anew.', 'GONE');
    const { token, hash, expiresAt } = this.#issue();
    await this.database.query(RENEW, [id, hash, expiresAt]);
    return this.#issued('invitation_resent', id, token);
  }

  async revoke(id: string): Promise<SentInvitationBody> {
    const invitation = await this.#lock(id);
    if (invitation.revoked) return this.#read(id);
    await this.database.query(REVOKE, [id, this.clock.now().toISOString()]);
    await this.outbox.withdraw(id);
    const body = await this.#read(id);
    this.events.append({ channel: 'users:updates', type: 'invitation_revoked', data: body });
    return body;
  }

  /** Whoever holds the link of an invitation can take what it offers: nobody gets hold of more than their own role. */
  async #lock(id: string): Promise<{ revoked: boolean }> {
    const invitation = await this.database.one(LOCK_SENT, [id]);
    if (!invitation) throw new NotFound();
    requireAtMostOwn(invitation.role);
    if (invitation.accepted) throw new Conflict('This invitation was already used.', 'GONE');
    return invitation;
  }

  async #requireTeams(teamIds: string[]): Promise<void> {
    const held = await this.database.query(HOLD_TEAMS, [teamIds]);
    if (held.length < teamIds.length) throw Invalid.field('/teamIds', 'NOT_FOUND', 'Names something that is not a team here.');
  }

  /** Somebody who has left may be invited again, but not out of a role above one's own. */
  async #requireNewcomer(email: string): Promise<void> {
    const member = await this.database.one(MEMBER_BY_EMAIL, [email]);
    if (member?.status === 'active') throw Invalid.field('/email', 'TAKEN', 'Is a member here already.');
    if (member) requireAtMostOwn(member.role);
  }

  #issue() {
    const now = this.clock.now();
    return { ...issueToken('invitation'), now: now.toISOString(), expiresAt: new Date(now.getTime() + LIFETIME_MS).toISOString() };
  }

  async #issued(type: 'member_invited' | 'invitation_resent', id: string, token: string): Promise<IssuedInvitationBody> {
    const body = await this.#read(id);
    this.events.append({ channel: 'users:updates', type, data: body });
    const link = `${this.settings.publicUrl}/invitation?token=${token}`;
    await this.#mail(body, link);
    return { ...body, link };
  }

  async #mail({ id, email, role, invitedBy, expiresAt }: SentInvitationBody, url: string): Promise<void> {
    await this.outbox.withdraw(id);
    const { locale, workspace } = (await this.database.one(ADDRESSED, [email]))!;
    const content = { workspace, inviter: invitedBy?.name ?? workspace, role, days: LIFETIME_DAYS };
    await this.outbox.put([{ kind: 'invitation', to: email, locale, content, aboutId: id, secretLink: { url, until: expiresAt, role } }]);
  }

  async #read(id: string): Promise<SentInvitationBody> {
    return sentInvitation((await this.database.one(SENT, [id]))!);
  }
}

/** @throws Forbidden */
function requireAtMostOwn(role: Role): void {
  if (!isAtMost(role, currentActor().role)) throw new Forbidden('Nobody gives away more than their own role.');
}
