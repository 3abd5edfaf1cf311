import { Injectable } from '@nestjs/common';
import { PASSWORD_MIN } from '@kontor/contracts/locales';
import { Credentials } from '../../platform/access/credentials.ts';
import { hashPassword } from '../../platform/access/passwords.ts';
import { hashToken, isToken } from '../../platform/access/tokens.ts';
import { currentContext } from '../../platform/context.ts';
import { Database } from '../../platform/database/database.ts';
import { Events } from '../../platform/events/events.ts';
import { onConstraint } from '../../platform/http/constraints.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../platform/http/problems.ts';
import { Outbox } from '../../platform/mail/outbox.ts';
import { AuthService } from '../auth/auth.service.ts';
import { memberEvent } from '../members/member.events.ts';
import { MembersService } from '../members/members.service.ts';
import type { ChallengeBody, InvitationBody, SignedInBody } from '../users.shapes.ts';
import type { AcceptInvitationDto } from './invitations.dto.ts';
import { ACCEPT, INVITATION, INVITATION_ID, type InvitationRow } from './invitations.queries.ts';

onConstraint('users_email_key', () => new Conflict('There is an account with this address by now. Open the invitation again and give its password.'));

@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database,
    private readonly credentials: Credentials,
    private readonly auth: AuthService,
    private readonly members: MembersService,
    private readonly events: Events,
    private readonly outbox: Outbox,
  ) {}

  async inspect(token: string): Promise<InvitationBody> {
    const { email, tenant_name, role, expires_at, has_account } = await this.#open(token);
    return { email, tenantName: tenant_name, role, expiresAt: expires_at, hasAccount: has_account };
  }

  async accept({ token, name, password }: AcceptInvitationDto, bearer: string | undefined): Promise<SignedInBody | ChallengeBody> {
    const invitation = await this.#open(token);
    await this.#refuseOthers(invitation.email, bearer);
    const { passwordHash, isNew } = await this.#proven(invitation, name, password);
    const userId = await this.database.run({ scope: { tenantId: invitation.tenant_id, userId: null } }, async () => {
      const accepted = await this.database.one(ACCEPT, [hashToken(token), name ?? null, isNew ? passwordHash : null]);
      if (!accepted?.user_id) throw gone('used');
      const { id } = (await this.database.one(INVITATION_ID, [hashToken(token)]))!;
      await this.outbox.withdraw(id);
      const member = await this.members.read(accepted.user_id);
      this.events.append({ ...memberEvent('member_joined', member), actor: { type: 'user', id: member.id } });
      return accepted.user_id;
    });
    return this.auth.signIn({ userId, passwordHash }, invitation.tenant_id);
  }

  /** Whoever is signed in as somebody else would join as a person that they are not. */
  async #refuseOthers(email: string, bearer: string | undefined): Promise<void> {
    const signedInAs = await this.auth.signedInAs(bearer);
    if (signedInAs !== undefined && signedInAs !== email) {
      throw new Forbidden('You are signed in as somebody else. Sign out, then open the invitation again.');
    }
  }

  /** Whoever holds the link of an existing account still has to prove its password. */
  async #proven(invitation: InvitationRow, name: string | undefined, password: string): Promise<{ passwordHash: string; isNew: boolean }> {
    if (invitation.has_account) {
      const { passwordHash } = await this.credentials.check(invitation.email, password, currentContext().address);
      return { passwordHash, isNew: false };
    }
    if (name === undefined) throw Invalid.field('/name', 'REQUIRED', 'Must be given.');
    if (password.length < PASSWORD_MIN) throw Invalid.field('/password', 'TOO_SHORT', `At least ${PASSWORD_MIN} characters.`);
    return { passwordHash: await hashPassword(password), isNew: true };
  }

  async #open(token: string): Promise<InvitationRow> {
    const [found] = isToken('invitation', token) ? await this.database.gate(INVITATION, [hashToken(token)]) : [];
    if (!found) throw new NotFound('This invitation is not known.');
    if (found.state !== 'open') throw gone(found.state);
    return found;
  }
}

const GONE = { used: 'This invitation was already used.', revoked: 'This invitation was revoked.', expired: 'This invitation has expired.' };

function gone(state: keyof typeof GONE): Conflict {
  return new Conflict(GONE[state], 'GONE');
}
