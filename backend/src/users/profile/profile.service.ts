import { Injectable } from '@nestjs/common';
import { currentActor } from '../../platform/context.ts';
import { Database } from '../../platform/database/database.ts';
import { Events } from '../../platform/events/events.ts';
import { checkVersion } from '../../platform/http/versions.ts';
import { USER } from '../auth/auth.queries.ts';
import { memberEvent } from '../members/member.events.ts';
import { MembersService } from '../members/members.service.ts';
import type { UserBody } from '../users.shapes.ts';
import type { UpdateProfileDto } from './profile.dto.ts';
import { User } from './user.entity.ts';

@Injectable()
export class ProfileService {
  constructor(
    private readonly database: Database,
    private readonly members: MembersService,
    private readonly events: Events,
  ) {}

  async update(changes: UpdateProfileDto, seen: number | undefined): Promise<UserBody> {
    const { userId } = currentActor();
    const manager = await this.database.entities();
    const user = await manager.findOneOrFail(User, { where: { id: userId }, lock: { mode: 'pessimistic_write' } });
    await checkVersion(seen, user.version, () => this.#read(userId));
    const oldName = user.name;
    Object.assign(user, Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)));
    await manager.save(user);
    // Colleagues see the name; language, zone and theme concern nobody else.
    if (user.name !== oldName) this.events.append(memberEvent('member_updated', await this.members.read(userId)));
    return this.#read(userId);
  }

  async #read(userId: string): Promise<UserBody> {
    return (await this.database.one(USER, [userId]))!;
  }
}
