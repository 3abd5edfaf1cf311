import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ROTATION_HOURS, WEBHOOK_LIMITS } from '@kontor/contracts/webhooks';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../../platform/clock.ts';
import { currentActor } from '../../platform/context.ts';
import { Database } from '../../platform/database/database.ts';
import { Egress } from '../../platform/egress/egress.ts';
import { RefusedTarget } from '../../platform/egress/target.ts';
import { Conflict, Invalid, NotFound } from '../../platform/http/problems.ts';
import type { PageOf } from '../../platform/http/shapes.ts';
import { checkVersion } from '../../platform/http/versions.ts';
import { MemberDeparture } from '../../users/members/member-departure.ts';
import { newSecret, WebhookSecrets } from '../secrets.ts';
import type { EndpointBody, EndpointWithSecretBody } from './endpoint.shape.ts';
import type { CreateEndpointDto, EndpointQuery, RotateDto, UpdateEndpointDto } from './endpoints.dto.ts';
import { BEGIN_CURSORS, CREATE_ENDPOINT, DISABLE, DISABLE_THOSE_OF, ENABLE, ENDPOINT, ENDPOINTS, LOCK_ENDPOINT, REMOVE, ROTATE, UPDATE_ENDPOINT } from './endpoints.queries.ts';

/**
 * Where events are sent to. An endpoint is sent what its owner may see: whoever says where it goes, or turns it on, is
 * the owner from then on, so that nobody is sent more than they may read.
 */
@Injectable()
export class EndpointsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly egress: Egress,
    private readonly secrets: WebhookSecrets,
    private readonly departure: MemberDeparture,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.departure.react(async (userId) => void (await this.database.query(DISABLE_THOSE_OF, [userId])));
  }

  list(query: EndpointQuery): Promise<PageOf<EndpointBody>> {
    return ENDPOINTS(this.database, [{ text: `p.state <> 'removed'`, values: [] }], { ...query, sort: 'createdAt' });
  }

  async read(id: string): Promise<EndpointBody> {
    const endpoint = await this.database.one(ENDPOINT, [id]);
    if (!endpoint) throw new NotFound();
    return endpoint;
  }

  async create({ url, description = '', types = [] }: CreateEndpointDto): Promise<EndpointWithSecretBody> {
    const [id, secret] = [uuidv7(), newSecret()];
    const values = [id, this.#checked(url), description, types, currentActor().userId, this.secrets.seal(id, secret), this.clock.now()];
    const endpoint = await this.database.one(CREATE_ENDPOINT, values);
    if (!endpoint) throw new Conflict(`There are ${WEBHOOK_LIMITS.endpoints} endpoints, which is as many as there may be.`);
    await this.database.query(BEGIN_CURSORS);
    return { ...endpoint, secret };
  }

  async update(id: string, changes: UpdateEndpointDto, seen: number | undefined): Promise<EndpointBody> {
    const endpoint = await this.#locked(id, seen);
    const url = changes.url === undefined ? endpoint.url : this.#checked(changes.url);
    const { description = endpoint.description, types = endpoint.types } = changes;
    const owner = url === endpoint.url ? endpoint.owner.id : currentActor().userId;
    return (await this.database.one(UPDATE_ENDPOINT, [id, url, description, types, owner]))!;
  }

  /** A new secret, told once. The one until now signs, too, until the overlap is over. */
  async rotate(id: string, { overlapHours = ROTATION_HOURS.usual }: RotateDto): Promise<EndpointWithSecretBody> {
    await this.#locked(id);
    const secret = newSecret();
    const until = new Date(this.clock.now().getTime() + overlapHours * 3_600_000);
    return { ...(await this.database.one(ROTATE, [id, this.secrets.seal(id, secret), until]))!, secret };
  }

  /** What happened meanwhile is not sent. */
  async enable(id: string): Promise<EndpointBody> {
    const endpoint = await this.#locked(id);
    return endpoint.state === 'active' ? endpoint : (await this.database.one(ENABLE, [id, currentActor().userId]))!;
  }

  async disable(id: string): Promise<EndpointBody> {
    const endpoint = await this.#locked(id);
    return endpoint.state === 'disabled' ? endpoint : (await this.database.one(DISABLE, [id, 'member']))!;
  }

  async remove(id: string): Promise<void> {
    await this.#locked(id);
    await this.database.query(REMOVE, [id]);
  }

  /** @throws NotFound, ProblemError VERSION_MISMATCH */
  async #locked(id: string, seen?: number): Promise<EndpointBody> {
    const endpoint = await this.database.one(LOCK_ENDPOINT, [id]);
    if (!endpoint) throw new NotFound();
    await checkVersion(seen, endpoint.version, () => Promise.resolve(endpoint));
    return endpoint;
  }

  #checked(url: string): string {
    try {
      return this.egress.check(url);
    } catch (error) {
      if (error instanceof RefusedTarget) throw Invalid.field('/url', 'INVALID_VALUE', error.message);
      throw error;
    }
  }
}
