import { Injectable, SetMetadata, type OnModuleInit, type Type } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { CHANNELS, type Channel, type EventEnvelope } from '@kontor/contracts/events';
import type { Permission } from '@kontor/contracts/permissions';
import { reportError } from '../telemetry/report-error.ts';
import type { Actor } from '../access/actor.ts';
import type { Condition } from '../http/keyset.ts';

const CHANNEL = 'kontor:channel';

/** What a feature says of its channel: the rest — subscribing, replay, redaction on the wire — is the platform's. */
export interface ChannelGateway {
  /** True where `actor` may see the resource in `data`. Without it, whoever may read the channel sees all of it. */
  sees?(actor: Actor, data: Record<string, unknown>): boolean;
  /**
   * The same for what is read later, as SQL on the events `e`: by what `actor` may see by now of the resource
   * `e.subject_id`, whatever was true when it happened. Without it `sees` holds for good.
   */
  seesNow?(actor: Actor): Condition;
  /** True where `actor` sees everything on the channel, so that nothing need be asked event by event. */
  seesAll?(actor: Actor): boolean;
  /** True where the member of the context may see the resource `id` now, and so be present at it. Without it nobody can be. */
  admits?(id: string): Promise<boolean>;
}

/** Declares a provider as the gateway of `channel`. */
export function UpdatesChannel(channel: Channel): ClassDecorator {
  return SetMetadata(CHANNEL, channel);
}

/** All channels that the loaded features declare. */
@Injectable()
export class Channels implements OnModuleInit {
  readonly #gateways = new Map<string, ChannelGateway>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    for (const { instance, metatype } of this.discovery.getProviders()) {
      const channel = metatype ? this.reflector.get<Channel | undefined>(CHANNEL, metatype as Type) : undefined;
      if (channel) this.#gateways.set(channel, instance as ChannelGateway);
    }
  }

  has(channel: unknown): channel is Channel {
    return typeof channel === 'string' && this.#gateways.has(channel);
  }

  permission(channel: Channel): Permission {
    return CHANNELS[channel].read;
  }

  seesAll(actor: Actor, channel: Channel): boolean {
    const gateway = this.#gateways.get(channel);
    return gateway?.sees === undefined || gateway.seesAll?.(actor) === true;
  }

  /** True where `actor`, who is the member of the context, may be present at a resource of the channel. */
  async admits(actor: Actor, channel: Channel, id: string): Promise<boolean> {
    if (!actor.can(this.permission(channel))) return false;
    return (await this.#gateways.get(channel)?.admits?.(id)) === true;
  }

  /** What the database has to be asked of each event that `actor` reads of the past; undefined where nothing. */
  seesNow(actor: Actor, channel: Channel): Condition | undefined {
    return this.seesAll(actor, channel) ? undefined : this.#gateways.get(channel)?.seesNow?.(actor);
  }

  /** The envelope as `actor` may have it: whole, or the same number with nothing in it. */
  shown(actor: Actor, envelope: EventEnvelope): EventEnvelope {
    if (this.seesAll(actor, envelope.channel)) return envelope;
    const gateway = this.#gateways.get(envelope.channel);
    return this.#sees(gateway, actor, envelope) ? envelope : redacted(envelope);
  }

  /** A rule that fails on an event hides it; it must not keep the others from being told. */
  #sees(gateway: ChannelGateway | undefined, actor: Actor, { data }: EventEnvelope): boolean {
    try {
      return data !== null && gateway?.sees?.(actor, data as Record<string, unknown>) === true;
    } catch (error) {
      reportError(error, { category: 'realtime', severity: 'error' });
      return false;
    }
  }
}

/** Not even who did it is told: only that something happened, so that the sequence has no hole. */
export function redacted(envelope: EventEnvelope): EventEnvelope {
  return { ...envelope, actor: { type: 'system', id: null }, data: null, redacted: true };
}
