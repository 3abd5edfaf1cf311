import { Injectable } from '@nestjs/common';
import { currentActor } from '../../platform/context.ts';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/statement.ts';
import { Events } from '../../platform/events/events.ts';
import { checkVersion } from '../../platform/http/versions.ts';
import type { WorkspaceBody } from '../users.shapes.ts';
import type { UpdateWorkspaceDto } from './workspace.dto.ts';

const COLUMNS = 'id, name, slug, time_zone AS "timeZone", locale, version';
const WORKSPACE = sql<WorkspaceBody>(`SELECT ${COLUMNS} FROM tenants WHERE id = $1`);
const LOCK_WORKSPACE = sql<WorkspaceBody>(`SELECT ${COLUMNS} FROM tenants WHERE id = $1 FOR UPDATE`);
const CHANGE_WORKSPACE = sql(`UPDATE tenants SET name = $2, time_zone = $3, locale = $4, version = version + 1 WHERE id = $1`);

/** What the workspace itself is called and where it is. */
@Injectable()
export class WorkspaceService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
  ) {}

  async read(): Promise<WorkspaceBody> {
    return (await this.database.one(WORKSPACE, [currentActor().tenantId]))!;
  }

  async update(changes: UpdateWorkspaceDto, seen: number | undefined): Promise<WorkspaceBody> {
    const { tenantId } = currentActor();
    const before = (await this.database.one(LOCK_WORKSPACE, [tenantId]))!;
    await checkVersion(seen, before.version, () => this.read());
    const { name = before.name, timeZone = before.timeZone, locale = before.locale } = changes;
    if (name === before.name && timeZone === before.timeZone && locale === before.locale) return before;
    await this.database.query(CHANGE_WORKSPACE, [tenantId, name, timeZone, locale]);
    const after = await this.read();
    this.events.append({ channel: 'users:updates', type: 'workspace_updated', data: after });
    return after;
  }
}
