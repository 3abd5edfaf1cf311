import { Injectable } from '@nestjs/common';
import { Subject } from 'rxjs';

/** Tells the relay of this process that something was committed. Only a hint: what is lost here, polling finds. */
@Injectable()
export class RelayHint {
  readonly #given = new Subject<void>();
  readonly given = this.#given.asObservable();

  give(): void {
    this.#given.next();
  }
}
