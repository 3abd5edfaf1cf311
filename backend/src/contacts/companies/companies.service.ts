import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Database } from '../../platform/database/database.ts';
import { Events } from '../../platform/events/events.ts';
import { onConstraint } from '../../platform/http/constraints.ts';
import type { Condition } from '../../platform/http/keyset.ts';
import { Conflict, NotFound } from '../../platform/http/problems.ts';
import type { PageOf } from '../../platform/http/shapes.ts';
import { checkVersion } from '../../platform/http/versions.ts';
import { ContactChanges } from '../contact-changes.ts';
import type { ContactChange } from '../contact-state.ts';
import { companyEvent } from '../contact.events.ts';
import { companiesBeginning, soughtTerms, wordsOf } from '../search-terms.ts';
import type { CompanyBody } from './company.shape.ts';
import type { CompanyQuery, CreateCompanyDto, UpdateCompanyDto } from './companies.dto.ts';
import {
  ADD_COMPANY_TERMS,
  COMPANIES,
  COMPANY,
  CREATE_COMPANY,
  ENSURE_COMPANY,
  LOCK_COMPANY,
  REMOVE_COMPANY_TERMS,
  UPDATE_COMPANY,
} from './companies.queries.ts';

onConstraint(
  'companies_name_taken',
  () =>
    new Conflict('There is a company of this name already.', 'CONFLICT', {
      errors: [{ pointer: '/name', code: 'TAKEN', message: 'Belongs to another company.' }],
    }),
);

type CompanyState = Pick<CompanyBody, 'name' | 'domain' | 'note'>;

/** The houses that contacts belong to. */
@Injectable()
export class CompaniesService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly changes: ContactChanges,
  ) {}

  list(query: CompanyQuery): Promise<PageOf<CompanyBody>> {
    return COMPANIES(this.database, companyConditions(query), query);
  }

  /** @throws NotFound */
  async read(id: string): Promise<CompanyBody> {
    const company = await this.database.one(COMPANY, [id]);
    if (!company) throw new NotFound();
    return company;
  }

  async create({ name, domain = null, note = null }: CreateCompanyDto): Promise<CompanyBody> {
    const id = uuidv7();
    const [, , company] = await Promise.all([
      this.database.query(CREATE_COMPANY, [id, name, companyKey(name), domain, note]),
      this.database.query(ADD_COMPANY_TERMS, [id, companyTerms({ name, domain })]),
      this.read(id),
    ]);
    this.events.append(companyEvent('company_created', company));
    return company;
  }

  /** The company of this name, however it is written; where there is none yet, a new one. */
  async ensure(name: string): Promise<CompanyBody> {
    const id = uuidv7();
    const found = (await this.database.one(ENSURE_COMPANY, [id, name, companyKey(name)]))!;
    if (found.id === id) await this.database.query(ADD_COMPANY_TERMS, [id, companyTerms({ name, domain: null })]);
    const company = await this.read(found.id);
    if (found.id === id) this.events.append(companyEvent('company_created', company));
    return company;
  }

  async update(id: string, { name, domain, note }: UpdateCompanyDto, seen: number | undefined): Promise<CompanyBody> {
    const before = await this.#locked(id, seen);
    if (before.archivedAt !== null) throw new Conflict('An archived company cannot be changed. Restore it first.');
    const state: CompanyState = { name: name ?? before.name, domain: domain === undefined ? before.domain : domain, note: note === undefined ? before.note : note };
    const changes = (['name', 'domain', 'note'] as const).map((field) => ({ field, from: before[field], to: state[field] })).filter(({ from, to }) => from !== to);
    if (changes.length === 0) return before;
    const company = await this.#write(id, state, null, changes);
    this.events.append(companyEvent('company_updated', company));
    return company;
  }

  /** Its contacts stay with it. */
  async archive(id: string, seen: number | undefined): Promise<CompanyBody> {
    const before = await this.#locked(id, seen);
    return before.archivedAt === null ? this.#archive(before, this.changes.now()) : before;
  }

  /** @throws Conflict where another company has got the name. */
  async restore(id: string, seen: number | undefined): Promise<CompanyBody> {
    const before = await this.#locked(id, seen);
    return before.archivedAt === null ? before : this.#archive(before, null);
  }

  async #archive(before: CompanyBody, archivedAt: string | null): Promise<CompanyBody> {
    const company = await this.#write(before.id, before, archivedAt, [{ field: 'archived', from: before.archivedAt, to: archivedAt }]);
    this.events.append(companyEvent(archivedAt === null ? 'company_restored' : 'company_archived', company));
    return company;
  }

  async #locked(id: string, seen: number | undefined): Promise<CompanyBody> {
    const [, company] = await Promise.all([this.database.query(LOCK_COMPANY, [id]), this.read(id)]);
    await checkVersion(seen, company.version, () => Promise.resolve(company));
    return company;
  }

  async #write(id: string, state: CompanyState, archivedAt: string | null, changes: ContactChange[]): Promise<CompanyBody> {
    const { name, domain, note } = state;
    const [, , , , company] = await Promise.all([
      this.database.query(UPDATE_COMPANY, [id, name, companyKey(name), domain, note, archivedAt, this.changes.now()]),
      this.database.query(REMOVE_COMPANY_TERMS, [id]),
      this.database.query(ADD_COMPANY_TERMS, [id, companyTerms(state)]),
      this.changes.note({ companyId: id }, changes),
      this.read(id),
    ]);
    return company;
  }
}

/** A name without a letter or digit is its own key. */
function companyKey(name: string): string {
  return wordsOf(name).join(' ') || name;
}

function companyTerms({ name, domain }: Pick<CompanyState, 'name' | 'domain'>): string[] {
  return [...new Set([...wordsOf(name), ...wordsOf(domain ?? '')])];
}

function companyConditions({ q, archived = false }: CompanyQuery): Condition[] {
  const live: Condition = { text: `k.archived_at IS ${archived ? 'NOT NULL' : 'NULL'}`, values: [] };
  if (q === undefined) return [live];
  const terms = soughtTerms(q);
  return [live, ...(terms.length === 0 ? [{ text: 'false', values: [] }] : terms.map(companiesBeginning))];
}
