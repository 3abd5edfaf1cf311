import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { placeOf } from '../platform/storage/place-of.ts';
import { DEMO_FILES } from './demo-files.ts';

interface Tenant {
  id: string;
  slug: string;
  /** Ids of users by the keys of members. */
  userIds: ReadonlyMap<string, string>;
}

/** Puts the demo's files into the folder and under the first messages of their tickets. */
export async function seedFiles(client: Client, folder: string, { id: tenantId, slug, userIds }: Tenant): Promise<void> {
  for (const { ticket, by, name, type, content } of DEMO_FILES.filter((file) => file.tenant === slug)) {
    const id = uuidv7();
    const place = placeOf(folder, tenantId, id);
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    await writeFile(place, content);
    await client.query(
      `INSERT INTO attachments (tenant_id, id, uploaded_by, message_id, position, name, type, size, sha256, created_at)
       SELECT m.tenant_id, $3, $4, m.id, 0, $5, $6, $7, $8, m.created_at
       FROM ticket_messages m JOIN tickets t ON t.tenant_id = m.tenant_id AND t.id = m.ticket_id
       WHERE t.tenant_id = $1 AND t.number = $2 ORDER BY m.created_at, m.id LIMIT 1`,
      [tenantId, ticket, id, userIds.get(by), name, type, content.length, createHash('sha256').update(content).digest('hex')],
    );
  }
}
