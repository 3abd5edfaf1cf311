import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openToTenant, run, TENANT_COLUMN } from './row-level-security.ts';

/**
 * Tickets that were merged into others, and links between tickets. A merged ticket points to its target, so that merges
 * make a tree; a message stands on the tree's root and remembers the ticket it was written on, which is all that undoing
 * a merge needs.
 */
export class MergesAndLinks1763600000016 implements MigrationInterface {
  name = 'MergesAndLinks1763600000016';

  async up(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `ALTER TABLE tickets
        ADD merged_into_id uuid,
        ADD status_before_merge text CHECK (status_before_merge IN ('new', 'open', 'pending', 'hold', 'solved')),
        ADD CONSTRAINT tickets_merged_into FOREIGN KEY (tenant_id, merged_into_id)
          REFERENCES tickets (tenant_id, id) ON DELETE RESTRICT,
        ADD CONSTRAINT tickets_merged_whole CHECK (
          num_nonnulls(merged_into_id, status_before_merge) IN (0, 2) AND (merged_into_id IS NULL OR status = 'merged')),
        ADD CONSTRAINT tickets_not_into_itself CHECK (merged_into_id <> id)`,
      `CREATE INDEX tickets_by_merge ON tickets (tenant_id, merged_into_id) WHERE merged_into_id IS NOT NULL`,
      `ALTER TABLE ticket_messages
        ADD original_ticket_id uuid,
        ADD CONSTRAINT ticket_messages_original FOREIGN KEY (tenant_id, original_ticket_id)
          REFERENCES tickets (tenant_id, id) ON DELETE RESTRICT`,
      `GRANT UPDATE (ticket_id, original_ticket_id) ON ticket_messages TO kontor_app`,
      // One row a merged ticket that somebody had asked: its requester, on the ticket that the messages stand on now.
      `CREATE TABLE ticket_participants (
        ${TENANT_COLUMN},
        original_ticket_id uuid NOT NULL,
        ticket_id uuid NOT NULL,
        contact_id uuid NOT NULL,
        PRIMARY KEY (tenant_id, original_ticket_id),
        FOREIGN KEY (tenant_id, original_ticket_id) REFERENCES tickets (tenant_id, id) ON DELETE RESTRICT,
        FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets (tenant_id, id) ON DELETE RESTRICT,
        FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts (tenant_id, id) ON DELETE RESTRICT
      )`,
      `CREATE INDEX ticket_participants_by_ticket ON ticket_participants (tenant_id, ticket_id)`,
      `CREATE INDEX ticket_participants_by_contact ON ticket_participants (tenant_id, contact_id)`,
      // The first ticket is the child, the duplicate, or either of two that are related.
      `CREATE TABLE ticket_links (
        ${TENANT_COLUMN},
        ticket_id uuid NOT NULL,
        other_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('parent', 'duplicate_of', 'related')),
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, ticket_id, other_id),
        CONSTRAINT ticket_links_not_itself CHECK (ticket_id <> other_id),
        FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets (tenant_id, id) ON DELETE RESTRICT,
        CONSTRAINT ticket_links_other FOREIGN KEY (tenant_id, other_id)
          REFERENCES tickets (tenant_id, id) ON DELETE RESTRICT
      )`,
      `CREATE UNIQUE INDEX ticket_links_one_a_pair
        ON ticket_links (tenant_id, least(ticket_id, other_id), greatest(ticket_id, other_id))`,
      `CREATE UNIQUE INDEX ticket_links_one_parent ON ticket_links (tenant_id, ticket_id) WHERE kind = 'parent'`,
      `CREATE INDEX ticket_links_by_other ON ticket_links (tenant_id, other_id)`,
    );
    await openToTenant(runner, 'ticket_participants', 'SELECT, INSERT, UPDATE, DELETE');
    await openToTenant(runner, 'ticket_links', 'SELECT, INSERT, DELETE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `DROP TABLE ticket_links, ticket_participants`,
      `REVOKE UPDATE (ticket_id, original_ticket_id) ON ticket_messages FROM kontor_app`,
      `ALTER TABLE ticket_messages DROP COLUMN original_ticket_id`,
      `ALTER TABLE tickets DROP COLUMN merged_into_id, DROP COLUMN status_before_merge`,
    );
  }
}
