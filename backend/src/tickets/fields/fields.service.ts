import { Injectable } from '@nestjs/common';
import { FIELD_LIMITS, OPTION_KINDS, type FieldKind } from '@kontor/contracts/tickets';
import { Clock } from '../../platform/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { Events } from '../../platform/events/events.ts';
import { onConstraint } from '../../platform/http/constraints.ts';
import { Conflict, Invalid, NotFound } from '../../platform/http/problems.ts';
import type { PageOf } from '../../platform/http/shapes.ts';
import { checkVersion } from '../../platform/http/versions.ts';
import type { FieldBody } from './field.shape.ts';
import type { CreateFieldDto, UpdateFieldDto } from './fields.dto.ts';
import { CHANGE_FIELD, CREATE_FIELD, FIELD, FIELDS, ORDER_FIELDS, STAND_IN_LINE } from './fields.queries.ts';

onConstraint(
  'ticket_fields_key_taken',
  () => new Conflict('There is a field with this key already.', 'CONFLICT', { errors: [{ pointer: '/key', code: 'TAKEN', message: 'Belongs to another field.' }] }),
);

/** Which fields the workspace adds to its tickets. */
@Injectable()
export class FieldsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<PageOf<FieldBody>> {
    return { items: await this.database.query(FIELDS), nextCursor: null };
  }

  async read(id: string): Promise<FieldBody> {
    const field = await this.database.one(FIELD, [id]);
    if (!field) throw new NotFound();
    return field;
  }

  async create({ key, label, kind, options = [], requiredToSolve = false }: CreateFieldDto): Promise<FieldBody> {
    requireOptions(kind, options);
    // `constructor`: every object seems to have one, and no body can bring it.
    if (key in {}) throw Invalid.field('/key', 'TAKEN', 'Means something to programs already.');
    await this.database.query(STAND_IN_LINE);
    if ((await this.database.query(FIELDS)).length >= FIELD_LIMITS.fields) throw new Conflict(`A workspace has at most ${FIELD_LIMITS.fields} fields.`);
    const field = (await this.database.one(CREATE_FIELD, [key, label, kind, options, requiredToSolve]))!;
    this.events.append({ channel: 'tickets:updates', type: 'field_created', data: field });
    return field;
  }

  async update(id: string, { position, archived, ...changes }: UpdateFieldDto, seen: number | undefined): Promise<FieldBody> {
    await this.database.query(STAND_IN_LINE);
    const before = await this.read(id);
    await checkVersion(seen, before.version, () => Promise.resolve(before));
    const { label = before.label, options = before.options, requiredToSolve = before.requiredToSolve } = changes;
    requireOptions(before.kind, options);
    const now = this.clock.now().toISOString();
    const archivedAt = archived === undefined ? before.archivedAt : archived ? (before.archivedAt ?? now) : null;
    await this.database.query(CHANGE_FIELD, [id, label, options, requiredToSolve, archivedAt, now]);
    if (position !== undefined && position !== before.position) await this.#place(id, position);
    const field = await this.read(id);
    this.events.append({ channel: 'tickets:updates', type: 'field_updated', data: field });
    return field;
  }

  async #place(id: string, position: number): Promise<void> {
    const others = (await this.database.query(FIELDS)).map((field) => field.id).filter((other) => other !== id);
    await this.database.query(ORDER_FIELDS, [others.toSpliced(position - 1, 0, id)]);
  }
}

/** What is chosen needs something to choose from; nothing else has options. */
function requireOptions(kind: FieldKind, options: readonly string[]): void {
  const isChosen = (OPTION_KINDS as readonly FieldKind[]).includes(kind);
  if (isChosen && options.length === 0) throw Invalid.field('/options', 'REQUIRED', 'Give at least one option.');
  if (!isChosen && options.length > 0) throw Invalid.field('/options', 'INVALID_VALUE', 'Only what is chosen has options.');
}
