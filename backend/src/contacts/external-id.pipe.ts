import { Injectable, type PipeTransform } from '@nestjs/common';
import { CONTACT_LIMITS } from '@kontor/contracts/contacts';
import { NotFound } from '../platform/http/problems.ts';

/** NUL cannot be stored by PostgreSQL; a lone surrogate is not a character. */
const TEXT = /^[^\u0000\p{Cs}]+$/u;

/** An external id in a path. What cannot be one is unknown: 404. */
@Injectable()
export class ExternalIdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    const text = value.trim();
    if (!TEXT.test(text) || text.length > CONTACT_LIMITS.externalId) throw new NotFound();
    return text;
  }
}
