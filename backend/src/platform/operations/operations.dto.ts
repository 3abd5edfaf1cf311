import { OUTCOMES, type Outcome } from '@kontor/contracts/operations';
import { OneOf } from '../http/fields.ts';
import { PageQuery } from '../http/pagination.ts';

export class OperationQuery extends PageQuery {}

export class OperationItemQuery extends PageQuery {
  @OneOf(OUTCOMES, { optional: true })
  outcome?: Outcome;
}
