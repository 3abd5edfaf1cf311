import { CHANNELS } from '@kontor/contracts/events';
import type { NewEvent } from '../platform/events/events.ts';

type ContactsEventType = (typeof CHANNELS)['contacts:updates']['types'][number];
export type ContactEventType = Extract<ContactsEventType, `contact_${string}`>;
export type CompanyEventType = Extract<ContactsEventType, `company_${string}`>;

/** The contact as REST gives it; a merge says besides whom it took in. */
export function contactEvent(type: ContactEventType, contact: object, besides: object = {}): NewEvent {
  return { channel: 'contacts:updates', type, data: { ...contact, ...besides } };
}

/** The company as REST gives it. */
export function companyEvent(type: CompanyEventType, company: object): NewEvent {
  return { channel: 'contacts:updates', type, data: company };
}
