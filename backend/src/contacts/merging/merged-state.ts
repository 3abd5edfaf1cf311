import type { MergedField } from '@kontor/contracts/contacts';
import type { ContactState } from '../contact-state.ts';

/** What the target becomes: all addresses of both, and of everything else its own, or the source's where it is taken or there is none. */
export function mergedState(target: ContactState, source: ContactState, take: readonly MergedField[]): ContactState {
  const takes = (field: MergedField) => take.includes(field);
  return {
    name: takes('name') ? source.name : target.name,
    emails: both(target.emails, source.emails, takes('email')),
    phones: both(target.phones, source.phones, takes('phone')),
    companyId: takes('company') ? source.companyId : (target.companyId ?? source.companyId),
    externalId: takes('externalId') ? source.externalId : (target.externalId ?? source.externalId),
  };
}

/** What the target is without the source again: changed since the merge stays changed, the rest is as before it. */
export function separatedState(present: ContactState, { before, after, source }: Record<'before' | 'after' | 'source', ContactState>): ContactState {
  const without = (kind: 'emails' | 'phones') => present[kind].filter((value) => before[kind].includes(value) || !source[kind].includes(value));
  return {
    name: present.name === after.name ? before.name : present.name,
    emails: inOrder(without('emails'), before.emails),
    phones: inOrder(without('phones'), before.phones),
    companyId: present.companyId === after.companyId ? before.companyId : present.companyId,
    externalId: present.externalId === after.externalId ? before.externalId : present.externalId,
  };
}

/** Each once; the first of the source first where it is taken. */
function both(target: readonly string[], source: readonly string[], takesFirst: boolean): string[] {
  return [...new Set([...(takesFirst ? source.slice(0, 1) : []), ...target, ...source])];
}

/** As they stood before, what has come since behind. */
function inOrder(values: readonly string[], before: readonly string[]): string[] {
  return [...before.filter((value) => values.includes(value)), ...values.filter((value) => !before.includes(value))];
}
