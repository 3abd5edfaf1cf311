import type { Contact } from './api-types.ts';

type Named = Pick<Contact, 'name' | 'email' | 'phone'>;

/** How a contact is offered where one is picked: with what tells it from another of its name. */
export function contactText({ name, email, phone }: Named): string {
  if (email) return `${name} <${email}>`;
  return phone ? `${name} · ${phone}` : name;
}

/** An address as it was typed, alone or behind a name; undefined where there is none. */
export function addressIn(text: string): { email: string; name: string | undefined } | undefined {
  const match = /^(?<name>[^<>]*)<(?<email>[^<>\s@]+@[^<>\s@]+)>$/.exec(text.trim()) ?? /^(?<email>[^<>\s@]+@[^<>\s@]+)$/.exec(text.trim());
  const { email, name = '' } = match?.groups ?? {};
  return email === undefined ? undefined : { email, name: name.replaceAll('"', '').trim() || undefined };
}
