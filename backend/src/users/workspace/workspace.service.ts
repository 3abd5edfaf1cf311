import { Injectable } from '@nestjs/common';
import { currentActor } from '../../platform/context.ts';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/statement.ts';
import { Events } from '../../platform/events/events.ts';
import { Forbidden } from '../../platform/http/problems.ts';
import { checkVersion } from '../../platform/http/versions.ts';
import { SecondFactorCheck } from '../second-factor/second-factor-check.ts';
import type { WorkspaceBody } from '../users.shapes.ts';
import { WorkspaceChange } from './workspace-change.ts';
import type { UpdateWorkspaceDto } from './workspace.dto.ts';

const COLUMNS = 'id, name, slug, time_zone AS "timeZone", locale, requires_second_factor AS "requiresSecondFactor", mails_replies AS "mailsReplies", auto_close_days AS "autoCloseDays", version';
const WORKSPACE = sql<WorkspaceBody>(`SELECT ${COLUMNS} FROM tenants WHERE id = $1`);
const LOCK_WORKSPACE = sql<WorkspaceBody>(`SELECT ${COLUMNS} FROM tenants WHERE id = $1 FOR UPDATE`);
const CHANGE_WORKSPACE = sql(`UPDATE tenants SET name = $2, time_zone = $3, locale = $4, requires_second_factor = $5, mails_replies = $6, auto_close_days = $7, version = version + 1 WHERE id = $1`);
const RENEW_RIGHTS_HERE = sql(`UPDATE sessions SET auth_version = auth_version + 1 WHERE tenant_id = $1 AND revoked_at IS NULL`);

/** What the workspace itself is called and where it is. */
@Injectable()
export class WorkspaceService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly secondFactor: SecondFactorCheck,
    private readonly change: WorkspaceChange,
  ) {}

  async read(): Promise<WorkspaceBody> {
    return (await this.database.one(WORKSPACE, [currentActor().tenantId]))!;
  }

  async update(changes: UpdateWorkspaceDto, seen: number | undefined): Promise<WorkspaceBody> {
    const { tenantId } = currentActor();
    const before = (await this.database.one(LOCK_WORKSPACE, [tenantId]))!;
    await checkVersion(seen, before.version, () => this.read());
    const { name = before.name, timeZone = before.timeZone, locale = before.locale, requiresSecondFactor = before.requiresSecondFactor, mailsReplies = before.mailsReplies, autoCloseDays = before.autoCloseDays } = changes;
    const isSame = name === before.name && timeZone === before.timeZone && locale === before.locale && mailsReplies === before.mailsReplies && autoCloseDays === before.autoCloseDays;
    if (isSame && requiresSecondFactor === before.requiresSecondFactor) return before;
    if (requiresSecondFactor !== before.requiresSecondFactor) await this.#require(requiresSecondFactor);
    await this.database.query(CHANGE_WORKSPACE, [tenantId, name, timeZone, locale, requiresSecondFactor, mailsReplies, autoCloseDays]);
    await this.change.announce();
    const after = await this.read();
    this.events.append({ channel: 'users:updates', type: 'workspace_updated', data: after });
    return after;
  }

  /** Every session here proves anew whether its person has a second factor. Who asks it of others has one. */
  async #require(isRequired: boolean): Promise<void> {
    const { tenantId, userId } = currentActor();
    if (isRequired && !(await this.secondFactor.isOn(userId))) {
      throw new Forbidden('Set up your own second factor before you require one.', 'SECOND_FACTOR_REQUIRED');
    }
    await this.database.query(RENEW_RIGHTS_HERE, [tenantId]);
  }
}
