import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openToTenant, run, TENANT_COLUMN } from './row-level-security.ts';

/** Words of a text as `search-terms.ts` makes them: without case and marks. */
const words = (text: string) =>
  `regexp_split_to_table(regexp_replace(lower(normalize(${text}, NFKD)), '[\\u0300-\\u036f]', '', 'g'), '[^[:alnum:]]+')`;
const digits = (text: string) => `regexp_replace(${text}, '\\D', '', 'g')`;

/** Companies; contacts with several addresses, an id of another system, a history, search terms, and merges that can be undone. */
export class Companies1763600000018 implements MigrationInterface {
  name = 'Companies1763600000018';

  async up(runner: QueryRunner): Promise<void> {
    await this.#companies(runner);
    await this.#contacts(runner);
    await this.#fill(runner);
    await openToTenant(runner, 'companies', 'SELECT, INSERT, UPDATE');
    await openToTenant(runner, 'company_terms', 'SELECT, INSERT, DELETE');
    await openToTenant(runner, 'contact_addresses', 'SELECT, INSERT, UPDATE, DELETE');
    await openToTenant(runner, 'contact_terms', 'SELECT, INSERT, DELETE');
    await openToTenant(runner, 'contact_changes', 'SELECT, INSERT');
    await openToTenant(runner, 'contact_merges', 'SELECT, INSERT, UPDATE');
    // What a contact has said is the other's when two become one.
    await run(runner, `GRANT UPDATE (contact_id) ON ticket_messages TO kontor_app`);
  }

  async #companies(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `CREATE TABLE companies (
        ${TENANT_COLUMN},
        id uuid NOT NULL DEFAULT uuidv7(),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
        name_key text NOT NULL,
        domain text CHECK (length(domain) <= 120 AND domain = lower(domain)),
        note text CHECK (length(note) <= 2000),
        archived_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, id)
      )`,
      `CREATE UNIQUE INDEX companies_name_taken ON companies (tenant_id, name_key) WHERE archived_at IS NULL`,
      `CREATE INDEX companies_by_name ON companies (tenant_id, name, id)`,
      `CREATE INDEX companies_by_creation ON companies (tenant_id, created_at, id)`,
      `CREATE TABLE company_terms (
        ${TENANT_COLUMN},
        term text COLLATE "C" NOT NULL,
        company_id uuid NOT NULL,
        PRIMARY KEY (tenant_id, term, company_id),
        FOREIGN KEY (tenant_id, company_id) REFERENCES companies (tenant_id, id) ON DELETE RESTRICT
      )`,
      `CREATE INDEX company_terms_by_company ON company_terms (tenant_id, company_id)`,
    );
  }

  async #contacts(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `ALTER TABLE contacts
        ADD company_id uuid,
        ADD external_id text CHECK (length(external_id) BETWEEN 1 AND 100),
        ADD name_key text NOT NULL DEFAULT '',
        ADD archived_at timestamptz,
        ADD merged_into uuid,
        DROP CONSTRAINT contacts_email_taken,
        ADD CONSTRAINT contacts_external_id_taken UNIQUE (tenant_id, external_id),
        ADD CONSTRAINT contacts_company FOREIGN KEY (tenant_id, company_id)
          REFERENCES companies (tenant_id, id) ON DELETE RESTRICT,
        ADD CONSTRAINT contacts_merged_into FOREIGN KEY (tenant_id, merged_into)
          REFERENCES contacts (tenant_id, id) ON DELETE RESTRICT`,
      `CREATE INDEX contacts_by_update ON contacts (tenant_id, updated_at, id)`,
      `CREATE INDEX contacts_by_company ON contacts (tenant_id, company_id, name, id)`,
      `CREATE INDEX contacts_by_name_key ON contacts (tenant_id, name_key, id) WHERE archived_at IS NULL`,
      `CREATE INDEX contacts_by_merge ON contacts (tenant_id, merged_into)`,
      `CREATE TABLE contact_addresses (
        ${TENANT_COLUMN},
        contact_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('email', 'phone')),
        place smallint NOT NULL,
        value text NOT NULL CHECK (length(value) BETWEEN 1 AND 254 AND (kind = 'phone' OR value = lower(value))),
        key text NOT NULL,
        is_live boolean NOT NULL DEFAULT true,
        PRIMARY KEY (tenant_id, contact_id, kind, place),
        FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts (tenant_id, id) ON DELETE RESTRICT
      )`,
      `CREATE UNIQUE INDEX contact_addresses_taken ON contact_addresses (tenant_id, value) WHERE kind = 'email' AND is_live`,
      `CREATE INDEX contact_addresses_by_key ON contact_addresses (tenant_id, kind, key, contact_id)`,
      `CREATE TABLE contact_terms (
        ${TENANT_COLUMN},
        term text COLLATE "C" NOT NULL,
        contact_id uuid NOT NULL,
        PRIMARY KEY (tenant_id, term, contact_id),
        FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts (tenant_id, id) ON DELETE RESTRICT
      )`,
      `CREATE INDEX contact_terms_by_contact ON contact_terms (tenant_id, contact_id)`,
      `CREATE TABLE contact_changes (
        ${TENANT_COLUMN},
        id uuid NOT NULL DEFAULT uuidv7(),
        contact_id uuid,
        company_id uuid,
        field text NOT NULL CHECK (field IN ('name', 'company', 'emails', 'phones', 'externalId', 'domain', 'note', 'archived', 'merge')),
        old_value text,
        new_value text,
        actor_type text NOT NULL CHECK (actor_type IN ('user', 'contact', 'system')),
        actor_id uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, id),
        CONSTRAINT contact_changes_one_subject CHECK (num_nonnulls(contact_id, company_id) = 1),
        FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts (tenant_id, id) ON DELETE RESTRICT,
        FOREIGN KEY (tenant_id, company_id) REFERENCES companies (tenant_id, id) ON DELETE RESTRICT
      )`,
      `CREATE INDEX contact_changes_by_contact ON contact_changes (tenant_id, contact_id, created_at, id)`,
      `CREATE INDEX contact_changes_by_company ON contact_changes (tenant_id, company_id, created_at, id)`,
      `CREATE TABLE contact_merges (
        ${TENANT_COLUMN},
        id uuid NOT NULL DEFAULT uuidv7(),
        source_id uuid NOT NULL,
        target_id uuid NOT NULL,
        -- Both as they were, and what was given to the target: what undoing restores, and no more.
        source_before jsonb NOT NULL,
        target_before jsonb NOT NULL,
        target_after jsonb NOT NULL,
        moved jsonb NOT NULL,
        merged_by uuid NOT NULL,
        merged_at timestamptz NOT NULL,
        undone_at timestamptz,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, source_id) REFERENCES contacts (tenant_id, id) ON DELETE RESTRICT,
        FOREIGN KEY (tenant_id, target_id) REFERENCES contacts (tenant_id, id) ON DELETE RESTRICT,
        FOREIGN KEY (tenant_id, merged_by) REFERENCES memberships (tenant_id, user_id) ON DELETE RESTRICT
      )`,
      `CREATE UNIQUE INDEX contact_merges_standing ON contact_merges (tenant_id, source_id) WHERE undone_at IS NULL`,
      `CREATE INDEX contact_merges_by_target ON contact_merges (tenant_id, target_id)`,
      `CREATE INDEX ticket_messages_by_contact ON ticket_messages (tenant_id, contact_id, created_at, id)`,
    );
  }

  /** Contacts that are there already get their addresses, key and terms. */
  async #fill(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `INSERT INTO contact_addresses (tenant_id, contact_id, kind, place, value, key)
        SELECT tenant_id, id, 'email', 0, email, email FROM contacts WHERE email IS NOT NULL
        UNION ALL SELECT tenant_id, id, 'phone', 0, phone, ${digits('phone')} FROM contacts WHERE length(phone) > 0`,
      `UPDATE contacts c SET name_key =
        coalesce((SELECT string_agg(DISTINCT word COLLATE "C", ' ' ORDER BY word COLLATE "C") FROM ${words('c.name')} word WHERE word <> ''), '')`,
      `INSERT INTO contact_terms (tenant_id, term, contact_id)
        SELECT c.tenant_id, left(term, 60), c.id FROM contacts c,
          LATERAL (SELECT ${words(`c.name || ' ' || coalesce(c.email, '')`)} UNION SELECT c.email) AS terms (term)
          WHERE term <> ''
        UNION
        SELECT a.tenant_id, substr(a.key, first), a.contact_id FROM contact_addresses a, generate_series(1, length(a.key) - 3) first
          WHERE a.kind = 'phone'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `REVOKE UPDATE (contact_id) ON ticket_messages FROM kontor_app`,
      `DROP INDEX ticket_messages_by_contact`,
      `DROP TABLE contact_merges, contact_changes, contact_terms, contact_addresses`,
      `DROP INDEX contacts_by_update, contacts_by_company, contacts_by_name_key, contacts_by_merge`,
      `ALTER TABLE contacts DROP company_id, DROP external_id, DROP name_key, DROP archived_at, DROP merged_into,
        ADD CONSTRAINT contacts_email_taken UNIQUE (tenant_id, email)`,
      `DROP TABLE company_terms, companies`,
    );
  }
}
