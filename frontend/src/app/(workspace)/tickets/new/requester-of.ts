import { call, traceId } from '../../../../lib/api.ts';
import { ChoiceNeeded } from '../../../../lib/choice-needed.ts';
import { addressIn, contactText } from '../../../../lib/contact-text.ts';

type Requester = { id: string } | { email: string; name: string | undefined };

/**
 * Whom a picker's text means: an address, or the one contact that it finds. @throws ChoiceNeeded where it may be several, or nobody
 */
export async function requesterOf(field: string, text: string, chosen: string): Promise<Requester | undefined> {
  if (chosen) return { id: chosen };
  if (!text) return undefined;
  const address = addressIn(text);
  if (address) return address;
  const q = text.replace('·', ' ').slice(0, 200);
  const { items } = await call('GET', '/contacts', { query: { q, limit: 10 } });
  const exact = items.filter((contact) => [contact.name, contactText(contact)].includes(text));
  const [only, another] = exact.length === 1 ? exact : items;
  if (only && !another) return { id: only.id };
  throw new ChoiceNeeded(field, items.map((contact) => ({ value: contact.id, label: contactText(contact) })), await traceId());
}
