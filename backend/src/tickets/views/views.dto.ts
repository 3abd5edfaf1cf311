import { VIEW_LAYOUTS, VIEW_LIMITS, type ViewLayout } from '@kontor/contracts/ticket-views';
import { Flag, Json, OneOf, Text, Whole } from '../../platform/http/fields.ts';
import { PageQuery } from '../../platform/http/pagination.ts';
import { TICKET_SORTS, type TicketSort } from '../tickets.dto.ts';

export class ViewQuery extends PageQuery {
  @OneOf(['place'], { optional: true })
  sort = 'place' as const;
}

const VIEW_SORTS = TICKET_SORTS.filter((sort) => sort !== '-relevance');
const FILTER = 'Nested conditions as in `GET /tickets?filter=`; see docs/filters.md.';
const SHARED = 'For everybody in the workspace; needs ticket-view:share.';

export class CreateViewDto {
  @Text({ max: VIEW_LIMITS.name })
  name: string;

  @Json({ description: FILTER })
  filter: object;

  @OneOf(VIEW_SORTS, { optional: true })
  sort?: TicketSort;

  @OneOf(VIEW_LAYOUTS, { optional: true })
  layout?: ViewLayout;

  @Whole({ min: 0, max: VIEW_LIMITS.place, optional: true })
  place?: number;

  @Flag({ optional: true, description: SHARED })
  shared?: boolean;
}

export class UpdateViewDto {
  @Text({ max: VIEW_LIMITS.name, optional: true })
  name?: string;

  @Json({ description: FILTER, optional: true })
  filter?: object;

  @OneOf(VIEW_SORTS, { optional: true })
  sort?: TicketSort;

  @OneOf(VIEW_LAYOUTS, { optional: true })
  layout?: ViewLayout;

  @Whole({ min: 0, max: VIEW_LIMITS.place, optional: true })
  place?: number;

  @Flag({ optional: true, description: SHARED })
  shared?: boolean;
}
