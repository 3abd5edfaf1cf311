import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createGateFunctions, dropGateFunctions, type GateFunctions } from './gate-functions.ts';

const search = (declared: string, body: string): GateFunctions => ({
  'search(asked text, most integer)': `RETURNS TABLE (ticket_id uuid, rank integer) LANGUAGE plpgsql STABLE AS $$
    DECLARE
      tenant uuid := nullif(current_setting('kontor.tenant', true), '')::uuid;
      anywhere tsquery := gate.search_query(asked, NULL);
      ${declared}
    BEGIN${body}
    END $$`,
});

const BEFORE = search(
  `ahead tsquery := gate.search_query(asked, 'h');`,
  `
      RETURN QUERY SELECT s.ticket_id, (s.document @@ ahead)::integer FROM public.ticket_search s
        -- The terms are the tenant's own already: reading all its tickets by another index would gain nothing.
        WHERE (s.tenant_id = tenant) IS TRUE AND s.document @@ anywhere LIMIT most;`,
);

const NOW = search(
  `ahead tsquery;
      ids uuid[];`,
  `
      -- The terms are the tenant's own already: reading all its tickets by another index would gain nothing.
      ids := ARRAY(SELECT s.ticket_id FROM public.ticket_search s WHERE (s.tenant_id = tenant) IS TRUE AND s.document @@ anywhere LIMIT most);
      -- As many as were asked for are too many to rank, and nobody reads their ranks.
      IF cardinality(ids) >= most THEN
        RETURN QUERY SELECT f.id, 0 FROM unnest(ids) AS f (id);
      ELSE
        ahead := gate.search_query(asked, 'h');
        RETURN QUERY SELECT s.ticket_id, (s.document @@ ahead)::integer FROM public.ticket_search s
          WHERE s.tenant_id = tenant AND s.ticket_id = ANY (ids);
      END IF;`,
);

/** A search that finds too much reads no document: those are large, and were read only to be ranked. */
export class SearchRanks1763600000024 implements MigrationInterface {
  name = 'SearchRanks1763600000024';

  async up(runner: QueryRunner): Promise<void> {
    await dropGateFunctions(runner, BEFORE);
    await createGateFunctions(runner, NOW);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropGateFunctions(runner, NOW);
    await createGateFunctions(runner, BEFORE);
  }
}
