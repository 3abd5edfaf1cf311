import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import { Invalid } from '../platform/http/problems.ts';
import { AudienceService } from './audience.service.ts';
import { ADD_MENTIONS } from './conversation.queries.ts';
import { mentionsIn } from './mentions.ts';
import type { PersonBody } from './ticket.shape.ts';
import type { Owned } from './tickets.policy.ts';

/** Who is called into a conversation. Only members who may see the ticket can be. */
@Injectable()
export class MentionsService {
  constructor(
    private readonly database: Database,
    private readonly audience: AudienceService,
  ) {}

  /** Keeps whom a message mentions: those picked, and those whose whole name stands behind an `@`. @throws Invalid */
  async add(ticket: Owned, messageId: string, body: string, picked: readonly string[] = []): Promise<PersonBody[]> {
    const [chosen, named] = await Promise.all([this.audience.among(ticket, picked), this.audience.namedIn(ticket, body)]);
    const missing = picked.findIndex((id) => !chosen.some(({ userId }) => userId === id.toLowerCase()));
    if (missing >= 0) throw Invalid.field(`/mentions/${missing}`, 'NOT_FOUND', 'Is not an active member who may see this ticket.');
    const ids = new Set([...chosen.map(({ userId }) => userId), ...mentionsIn(body, named)]);
    if (ids.size === 0) return [];
    await this.database.query(ADD_MENTIONS, [messageId, [...ids]]);
    const people = new Map([...chosen, ...named].map(({ userId, name }) => [userId, name]));
    return [...ids].map((id) => ({ id, name: people.get(id)! }));
  }
}
