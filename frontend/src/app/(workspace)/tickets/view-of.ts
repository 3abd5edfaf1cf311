import { DEFAULT_VIEWS, type DefaultView } from '@kontor/contracts/ticket-views';
import type { TicketFilter } from '@kontor/contracts/ticket-filter';
import { cache } from 'react';
import type { TicketView } from '../../../lib/api-types.ts';
import { read } from '../../../lib/session.ts';
import type { SavedView, Sort } from './filters.ts';

export function isDefaultView(view: string): view is DefaultView {
  return Object.hasOwn(DEFAULT_VIEWS, view);
}

/** The view as it is saved, asked once a page. */
export const readView = cache((id: string): Promise<TicketView> => read('/ticket-views/{id}', { path: { id } }));

/** What the view of an address shows; undefined where the address names none. */
export async function savedView(view: string | undefined): Promise<SavedView | undefined> {
  if (view === undefined) return undefined;
  if (isDefaultView(view)) return { filter: DEFAULT_VIEWS[view], sort: '-updatedAt', layout: 'list' };
  const { filter, sort, layout } = await readView(view);
  return { filter: filter as TicketFilter, sort: sort as Sort, layout };
}
