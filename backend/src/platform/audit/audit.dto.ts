import { AUDIT_ACTIONS, type AuditAction } from '@kontor/contracts/audit';
import { OmitType } from '@nestjs/swagger';
import { Id, InstantQuery, OneOf, OneOrMoreQuery } from '../http/fields.ts';
import { PageQuery } from '../http/pagination.ts';

export class AuditQuery extends PageQuery {
  @OneOf(['at', '-at'], { optional: true, description: 'Newest first by default.' })
  sort: 'at' | '-at' = '-at';

  @Id({ optional: true, description: 'The member who did it.' })
  actor?: string;

  @OneOrMoreQuery(AUDIT_ACTIONS, { description: 'What was done.' })
  action?: AuditAction[];

  @Id({ optional: true, description: 'What it was done to.' })
  subject?: string;

  @InstantQuery({ description: 'At or after.' })
  from?: string;

  @InstantQuery({ description: 'Before.' })
  to?: string;
}

/** All that the filters leave, newest first. */
export class AuditFileQuery extends OmitType(AuditQuery, ['limit', 'cursor', 'sort']) {}
