import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables with a tenant that were never analysed, as in a new installation all are. */
const UNKNOWN = `
  SELECT c.relname AS name FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.reltuples < 0`;

/**
 * What the planner supposes of a table that it has not looked at yet: many rows of few tenants. Without it any index that
 * begins with the tenant seems as good as the key, and the checks of foreign keys, whose plans stay with a connection, read
 * all contacts for each address of a first import. The first ANALYZE replaces it.
 */
export class FirstStatistics1763600000026 implements MigrationInterface {
  name = 'FirstStatistics1763600000026';

  async up(runner: QueryRunner): Promise<void> {
    const tables = (await runner.query(UNKNOWN)) as { name: string }[];
    for (const { name } of tables) {
      await runner.query(
        `SELECT pg_restore_attribute_stats('schemaname', 'public', 'relname', $1::text, 'attname', 'tenant_id', 'inherited', false,
          'null_frac', 0::real, 'avg_width', 16, 'n_distinct', 2::real)`,
        [name],
      );
    }
  }

  /** The next ANALYZE takes it away by itself. */
  async down(): Promise<void> {
    return Promise.resolve();
  }
}
