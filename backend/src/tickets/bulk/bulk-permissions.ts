import type { Permission } from '@kontor/contracts/permissions';
import type { BulkChangesDto } from './bulk.dto.ts';

/** What each change needs, as it does on a single ticket. */
const PERMISSIONS: Record<keyof BulkChangesDto, Permission> = {
  assigneeId: 'ticket:assign',
  teamId: 'ticket:assign',
  status: 'ticket:transition',
  priority: 'ticket:update',
  addTags: 'ticket:update',
  removeTags: 'ticket:update',
};

export function permissionsOf(changes: BulkChangesDto): Permission[] {
  const given = Object.entries(PERMISSIONS).filter(([field]) => changes[field as keyof BulkChangesDto] !== undefined);
  return [...new Set(given.map(([, permission]) => permission))];
}
