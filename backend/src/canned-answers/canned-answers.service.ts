import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.ts';
import { currentActor } from '../platform/context.ts';
import { Database } from '../platform/database/database.ts';
import { onConstraint } from '../platform/http/constraints.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../platform/http/problems.ts';
import type { PageOf } from '../platform/http/shapes.ts';
import { checkVersion } from '../platform/http/versions.ts';
import { TicketsService } from '../tickets/tickets.service.ts';
import type { CannedAnswerBody, FilledAnswerBody } from './canned-answer.shape.ts';
import type { CannedAnswerQuery, CreateCannedAnswerDto, UpdateCannedAnswerDto } from './canned-answers.dto.ts';
import {
  CANNED_ANSWER,
  CANNED_ANSWERS,
  CREATE_CANNED_ANSWER,
  DELETE_CANNED_ANSWER,
  LOCK_CANNED_ANSWER,
  NAMES,
  UPDATE_CANNED_ANSWER,
  usableBy,
} from './canned-answers.queries.ts';
import { faultsOf, fillIn } from './template.ts';

onConstraint(
  'canned_answers_shortcut_taken',
  () =>
    new Conflict('There is an answer with this shortcut already.', 'CONFLICT', {
      errors: [{ pointer: '/shortcut', code: 'TAKEN', message: 'Belongs to another answer.' }],
    }),
);

/** Answers kept ready: everybody's, which stewards keep, and one's own. */
@Injectable()
export class CannedAnswersService {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketsService,
    private readonly clock: Clock,
  ) {}

  list(query: CannedAnswerQuery): Promise<PageOf<CannedAnswerBody>> {
    return CANNED_ANSWERS(this.database, [usableBy(currentActor().userId)], query);
  }

  async read(id: string): Promise<CannedAnswerBody> {
    const answer = await this.database.one(CANNED_ANSWER, [id, currentActor().userId]);
    if (!answer) throw new NotFound();
    return answer;
  }

  /** The answer with its variables filled in for a ticket. */
  async filled(id: string, ticketId: string | undefined): Promise<FilledAnswerBody> {
    const { userId, tenantId } = currentActor();
    const [answer, names, ticket] = await Promise.all([this.read(id), this.database.one(NAMES, [userId, tenantId]), ticketId && this.#ticket(ticketId)]);
    return fillIn(answer.body, {
      'contact.name': (ticket && ticket.requester?.name) || null,
      'ticket.number': ticket ? String(ticket.number) : null,
      'ticket.subject': ticket ? ticket.subject : null,
      'agent.name': names!.agent,
      'workspace.name': names!.workspace,
    });
  }

  async create({ name, shortcut, body, shared = false }: CreateCannedAnswerDto): Promise<CannedAnswerBody> {
    requireFillable(body);
    if (shared) requireSharing();
    const owner = shared ? null : currentActor().userId;
    return (await this.database.one(CREATE_CANNED_ANSWER, [owner, name, shortcut, body, this.clock.now()]))!;
  }

  async update(id: string, changes: UpdateCannedAnswerDto, seen: number | undefined): Promise<CannedAnswerBody> {
    const answer = await this.#locked(id, seen);
    if (changes.body !== undefined) requireFillable(changes.body);
    const { name = answer.name, shortcut = answer.shortcut, body = answer.body, shared = answer.shared } = changes;
    if (shared) requireSharing();
    const owner = shared ? null : currentActor().userId;
    return (await this.database.one(UPDATE_CANNED_ANSWER, [id, owner, name, shortcut, body, this.clock.now()]))!;
  }

  async delete(id: string): Promise<void> {
    await this.#locked(id, undefined);
    await this.database.query(DELETE_CANNED_ANSWER, [id]);
  }

  /** @throws NotFound, Forbidden for a shared one that is not the member's to change, ProblemError VERSION_MISMATCH */
  async #locked(id: string, seen: number | undefined): Promise<CannedAnswerBody> {
    const answer = await this.database.one(LOCK_CANNED_ANSWER, [id, currentActor().userId]);
    if (!answer) throw new NotFound();
    if (answer.shared) requireSharing();
    await checkVersion(seen, answer.version, () => Promise.resolve(answer));
    return answer;
  }

  async #ticket(id: string) {
    try {
      return await this.tickets.read(id);
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      throw Invalid.field('?ticketId', 'NOT_FOUND', 'Is not a ticket here.');
    }
  }
}

function requireSharing(): void {
  if (!currentActor().can('canned-answer:share')) throw new Forbidden('Shared answers are kept by owners and admins.');
}

function requireFillable(body: string): void {
  const [fault] = faultsOf(body);
  if (fault !== undefined) throw Invalid.field('/body', 'UNKNOWN_VARIABLE', `There is no variable for {{${fault.slice(0, 60)}}}.`);
}
