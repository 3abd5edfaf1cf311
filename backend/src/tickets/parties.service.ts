import { Injectable } from '@nestjs/common';
import { ContactsService } from '../contacts/contacts.service.ts';
import { onConstraint } from '../platform/http/constraints.ts';
import { Invalid, NotFound } from '../platform/http/problems.ts';
import { MembersService } from '../users/members/members.service.ts';
import { TeamsService } from '../users/teams/teams.service.ts';
import type { RequesterDto } from './tickets.dto.ts';

onConstraint('tickets_requester', () => Invalid.field('/requester', 'NOT_FOUND', 'Is not a contact here.'));
onConstraint('tickets_assignee', () => Invalid.field('/assigneeId', 'NOT_FOUND', 'Is not a member here.'));
onConstraint('tickets_team', () => Invalid.field('/teamId', 'NOT_FOUND', 'Is not a team here.'));

/** Who a ticket is from and whose it is, as a request names them: each is here, and stays so until the end of the transaction. */
@Injectable()
export class PartiesService {
  constructor(
    private readonly contacts: ContactsService,
    private readonly members: MembersService,
    private readonly teams: TeamsService,
  ) {}

  /** The contact that a ticket is asked for by: known by its id, or found or made by an address. @throws Invalid */
  async requireRequester({ id, email, name }: RequesterDto): Promise<{ id: string; name: string }> {
    if (id === undefined && email === undefined) throw Invalid.field('/requester/email', 'REQUIRED', 'Must be given.');
    if (id !== undefined && email !== undefined) throw Invalid.field('/requester/id', 'INVALID_VALUE', 'Say the id or the address, not both.');
    if (email !== undefined) return this.contacts.ensure(email, name);
    return found(this.contacts.require(id!), '/requester/id', 'Is not a contact here.');
  }

  /** @throws Invalid for who is no active member */
  async requireAssignee(userId: string): Promise<void> {
    await found(this.members.requireActive(userId), '/assigneeId', 'Is not an active member here.');
  }

  /** @throws Invalid for a team that is not here or is closed */
  async requireTeam(teamId: string): Promise<void> {
    await found(this.teams.requireOpen(teamId), '/teamId', 'Is not a team here.');
  }

  isInTeam(userId: string, teamId: string): Promise<boolean> {
    return this.teams.includes(teamId, userId);
  }
}

/** What is not found is no unknown address but a wrong field of the body. */
async function found<T>(asked: Promise<T>, pointer: string, message: string): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    throw Invalid.field(pointer, 'NOT_FOUND', message);
  }
}
