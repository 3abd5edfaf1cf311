import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '@kontor/contracts/events';
import { Subject } from 'rxjs';

/** An envelope with the tenant it belongs to, on its way to listeners. */
export interface Published {
  tenantId: string;
  envelope: EventEnvelope;
}

/** In-process publication, after commit and in order. Listeners are idempotent: after a crash events come again. */
@Injectable()
export class EventBus {
  readonly #published = new Subject<Published>();
  readonly published = this.#published.asObservable();

  publish(event: Published): void {
    this.#published.next(event);
  }
}
