import { Injectable } from '@nestjs/common';

/** The one clock of business rules. Tests give another. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
