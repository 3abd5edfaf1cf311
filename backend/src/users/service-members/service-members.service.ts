import { Injectable } from '@nestjs/common';
import { isAtMost } from '@kontor/contracts/permissions';
import { currentActor } from '../../platform/context.ts';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/statement.ts';
import { Events } from '../../platform/events/events.ts';
import { Forbidden } from '../../platform/http/problems.ts';
import { memberEvent } from '../members/member.events.ts';
import { MembersService } from '../members/members.service.ts';
import type { MemberBody } from '../users.shapes.ts';
import type { CreateServiceMemberDto } from './service-members.dto.ts';

const ADD = sql<{ id: string }>('SELECT gate.add_service_member($1, $2, $3) AS id');

/** Members that stand for programs, and outlive the person who made them. */
@Injectable()
export class ServiceMembersService {
  constructor(
    private readonly database: Database,
    private readonly members: MembersService,
    private readonly events: Events,
  ) {}

  async create({ name, role, ticketVisibility = 'all' }: CreateServiceMemberDto): Promise<MemberBody> {
    if (!isAtMost(role, currentActor().role)) throw new Forbidden('Nobody gives away more than their own role.');
    const { id } = (await this.database.one(ADD, [name, role, ticketVisibility]))!;
    const member = await this.members.read(id);
    this.events.append(memberEvent('member_joined', member));
    return member;
  }
}
