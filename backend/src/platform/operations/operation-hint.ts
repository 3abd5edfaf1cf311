import { Injectable } from '@nestjs/common';
import { Subject } from 'rxjs';

/** Tells the runner of this process that there is work. Only a hint: what is lost here, polling finds. */
@Injectable()
export class OperationHint {
  readonly #given = new Subject<void>();
  readonly given = this.#given.asObservable();

  give(): void {
    this.#given.next();
  }
}
