import type { NewEvent } from '../../platform/events/events.ts';
import type { TeamBody } from '../users.shapes.ts';

export function teamEvent(type: 'team_created' | 'team_updated' | 'team_closed', team: TeamBody): NewEvent {
  return { channel: 'users:updates', type, data: team };
}
