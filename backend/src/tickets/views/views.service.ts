import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.ts';
import { currentActor } from '../../platform/context.ts';
import { Database } from '../../platform/database/database.ts';
import { onConstraint } from '../../platform/http/constraints.ts';
import { Conflict, Forbidden, NotFound } from '../../platform/http/problems.ts';
import type { PageOf } from '../../platform/http/shapes.ts';
import { checkVersion } from '../../platform/http/versions.ts';
import { TicketSelection } from '../filters/ticket-selection.ts';
import type { TicketViewBody } from './view.shape.ts';
import type { CreateViewDto, UpdateViewDto, ViewQuery } from './views.dto.ts';
import { CREATE_VIEW, DELETE_VIEW, LOCK_VIEW, UPDATE_VIEW, usableBy, VIEW, VIEWS } from './views.queries.ts';

onConstraint(
  'ticket_views_name_taken',
  () =>
    new Conflict('There is a view of this name already.', 'CONFLICT', {
      errors: [{ pointer: '/name', code: 'TAKEN', message: 'Belongs to another view.' }],
    }),
);

/** Saved views of the tickets: everybody's, which stewards keep, and one's own. */
@Injectable()
export class ViewsService {
  constructor(
    private readonly database: Database,
    private readonly selection: TicketSelection,
    private readonly clock: Clock,
  ) {}

  list(query: ViewQuery): Promise<PageOf<TicketViewBody>> {
    return VIEWS(this.database, [usableBy(currentActor().userId)], query);
  }

  async read(id: string): Promise<TicketViewBody> {
    const view = await this.database.one(VIEW, [id, currentActor().userId]);
    if (!view) throw new NotFound();
    return view;
  }

  async create({ name, filter, sort = '-createdAt', layout = 'list', place = 100, shared = false }: CreateViewDto): Promise<TicketViewBody> {
    if (shared) requireSharing();
    await this.selection.check(filter);
    const owner = shared ? null : currentActor().userId;
    return (await this.database.one(CREATE_VIEW, [owner, name, JSON.stringify(filter), sort, layout, place, this.clock.now()]))!;
  }

  async update(id: string, changes: UpdateViewDto, seen: number | undefined): Promise<TicketViewBody> {
    const view = await this.#locked(id, seen);
    if (changes.filter) await this.selection.check(changes.filter);
    const { name = view.name, filter = view.filter, sort = view.sort, layout = view.layout, place = view.place, shared = view.shared } = changes;
    if (shared) requireSharing();
    const owner = shared ? null : currentActor().userId;
    return (await this.database.one(UPDATE_VIEW, [id, owner, name, JSON.stringify(filter), sort, layout, place, this.clock.now()]))!;
  }

  async delete(id: string): Promise<void> {
    await this.#locked(id, undefined);
    await this.database.query(DELETE_VIEW, [id]);
  }

  /** @throws NotFound, Forbidden for a shared one that is not the member's to change, ProblemError VERSION_MISMATCH */
  async #locked(id: string, seen: number | undefined): Promise<TicketViewBody> {
    const view = await this.database.one(LOCK_VIEW, [id, currentActor().userId]);
    if (!view) throw new NotFound();
    if (view.shared) requireSharing();
    await checkVersion(seen, view.version, () => Promise.resolve(view));
    return view;
  }
}

function requireSharing(): void {
  if (!currentActor().can('ticket-view:share')) throw new Forbidden('Shared views are kept by owners and admins.');
}
