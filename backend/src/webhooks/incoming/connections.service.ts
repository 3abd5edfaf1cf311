import { Injectable, type OnModuleInit } from '@nestjs/common';
import { INCOMING_LIMITS, ROTATION_HOURS } from '@kontor/contracts/webhooks';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../../platform/clock.ts';
import { currentActor } from '../../platform/context.ts';
import { Database } from '../../platform/database/database.ts';
import { Conflict, Invalid, NotFound } from '../../platform/http/problems.ts';
import type { PageOf } from '../../platform/http/shapes.ts';
import { MemberDeparture } from '../../users/members/member-departure.ts';
import { isSecret, newSecret, WebhookSecrets } from '../secrets.ts';
import type { ConnectionBody, ConnectionWithSecretBody, ReceiptBody } from './connection.shape.ts';
import type { ChangeSecretDto, ConnectionQuery, CreateConnectionDto, ReceiptQuery } from './connections.dto.ts';
import { CHANGE_SECRET, CONNECTION, CONNECTIONS, CREATE_CONNECTION, DISABLE_THOSE_OF, LOCK_CONNECTION, RECEIPTS, SET_STATE } from './connections.queries.ts';

/** From whom webhooks are taken. What comes is done in the name of the member who made or enabled the connection. */
@Injectable()
export class ConnectionsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly secrets: WebhookSecrets,
    private readonly departure: MemberDeparture,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.departure.react(async (userId) => void (await this.database.query(DISABLE_THOSE_OF, [userId])));
  }

  list(query: ConnectionQuery): Promise<PageOf<ConnectionBody>> {
    return CONNECTIONS(this.database, [{ text: `c.state <> 'removed'`, values: [] }], { ...query, sort: 'createdAt' });
  }

  async read(id: string): Promise<ConnectionBody> {
    const connection = await this.database.one(CONNECTION, [id]);
    if (!connection) throw new NotFound();
    return connection;
  }

  /** Newest first. */
  async receipts(id: string, query: ReceiptQuery): Promise<PageOf<ReceiptBody>> {
    const [page] = await Promise.all([RECEIPTS(this.database, [{ text: 'r.connection_id = ?', values: [id] }], { ...query, sort: '-receivedAt' }), this.read(id)]);
    return page;
  }

  async create({ provider, name, secret: given }: CreateConnectionDto): Promise<ConnectionWithSecretBody> {
    const [id, secret] = [uuidv7(), secretFrom(given)];
    const connection = await this.database.one(CREATE_CONNECTION, [id, provider, name, currentActor().userId, this.secrets.seal(id, secret), this.clock.now()]);
    if (!connection) throw new Conflict(`There are ${INCOMING_LIMITS.connections} connections, which is as many as there may be.`);
    return { ...connection, secret };
  }

  /** The secret until now is taken for a day more, so that the sender can change its own meanwhile. */
  async changeSecret(id: string, { secret: given }: ChangeSecretDto): Promise<ConnectionWithSecretBody> {
    await this.#locked(id);
    const secret = secretFrom(given);
    const until = new Date(this.clock.now().getTime() + ROTATION_HOURS.usual * 3_600_000);
    return { ...(await this.database.one(CHANGE_SECRET, [id, this.secrets.seal(id, secret), until]))!, secret };
  }

  async enable(id: string): Promise<ConnectionBody> {
    const { state } = await this.#locked(id);
    return state === 'active' ? this.read(id) : (await this.database.one(SET_STATE, [id, 'active', currentActor().userId]))!;
  }

  async disable(id: string): Promise<ConnectionBody> {
    const { owner } = await this.#locked(id);
    return (await this.database.one(SET_STATE, [id, 'disabled', owner.id]))!;
  }

  async remove(id: string): Promise<void> {
    const { owner } = await this.#locked(id);
    await this.database.query(SET_STATE, [id, 'removed', owner.id]);
  }

  async #locked(id: string): Promise<ConnectionBody> {
    const connection = await this.database.one(LOCK_CONNECTION, [id]);
    if (!connection) throw new NotFound();
    return connection;
  }
}

/** @throws Invalid for one that is too short to prove anything, or is none */
function secretFrom(given: string | undefined): string {
  if (given !== undefined && !isSecret(given)) throw Invalid.field('/secret', 'INVALID_FORMAT', 'Must be whsec_ and base64 of 24 to 64 bytes.');
  return given ?? newSecret();
}
