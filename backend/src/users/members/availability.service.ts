import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.ts';
import { currentActor } from '../../platform/context.ts';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/statement.ts';
import { Events } from '../../platform/events/events.ts';
import { Invalid } from '../../platform/http/problems.ts';
import type { MemberBody } from '../users.shapes.ts';
import { memberEvent } from './member.events.ts';
import type { AvailabilityDto } from './members.dto.ts';
import { MembersService } from './members.service.ts';

/** It raises no version: whoever edits the member's rights at the same moment is not in the way of it. */
const SET_AVAILABILITY = sql(`UPDATE memberships SET availability = $2, available_from = $3 WHERE user_id = $1`);

/** Whether a member takes work just now: said by the member, seen by all. */
@Injectable()
export class AvailabilityService {
  constructor(
    private readonly database: Database,
    private readonly members: MembersService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  async set({ availability, availableFrom = null }: AvailabilityDto): Promise<MemberBody> {
    const { userId } = currentActor();
    if (availability === 'available' && availableFrom !== null) {
      throw Invalid.field('/availableFrom', 'INVALID_VALUE', 'Goes with busy and away only.');
    }
    if (availableFrom !== null && new Date(availableFrom) <= this.clock.now()) {
      throw Invalid.field('/availableFrom', 'TOO_SMALL', 'Must be in the future.');
    }
    await this.database.query(SET_AVAILABILITY, [userId, availability, availableFrom]);
    const member = await this.members.read(userId);
    this.events.append({ ...memberEvent('member_updated', member), isRoutine: true });
    return member;
  }
}
