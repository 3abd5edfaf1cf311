import { Injectable } from '@nestjs/common';
import { currentActor } from '../../platform/context.ts';
import { Database } from '../../platform/database/database.ts';
import { LIMIT_WINDOW, LimitUse, PERSONAL_LIMITS } from '../../platform/throttling/limit-use.ts';
import { Quotas } from '../../platform/throttling/quotas.ts';
import { WHO_COUNTS } from './limits.queries.ts';
import type { LimitsBody } from './limits.shape.ts';

/** Who uses how much of what a workspace may. */
@Injectable()
export class LimitsService {
  constructor(
    private readonly database: Database,
    private readonly limitUse: LimitUse,
    private readonly quotas: Quotas,
  ) {}

  async read(): Promise<LimitsBody> {
    const [members, quotas] = await Promise.all([this.database.query(WHO_COUNTS), this.quotas.inUse()]);
    const people = new Map(members.map((member) => [member.id, member]));
    const use = await this.limitUse.of(currentActor().tenantId, [...people.keys()]);
    return {
      ofAllProcesses: this.limitUse.isOfAllProcesses,
      limits: PERSONAL_LIMITS.map((name) => ({ name, capacity: this.limitUse.capacity(name), window: LIMIT_WINDOW / 1_000 })),
      use: use.slice(0, MOST_SHOWN).map(({ userId, ...used }) => ({ ...used, person: people.get(userId)!, capacity: this.limitUse.capacity(used.limit) })),
      quotas: quotas.map(({ userId, ...quota }) => ({ ...quota, person: (userId && people.get(userId)) || null })),
    };
  }
}

const MOST_SHOWN = 100;
