import { isShown, press } from './press.ts';
import type { Found, Hit } from '../../lib/found.ts';

/** A page or a step that the palette offers. */
export interface Item {
  id: string;
  label: string;
  hint?: string | null;
  /** The key that does the same. */
  shortcut?: string | undefined;
  href?: string;
  press?: () => void;
}

export interface Group {
  name: 'actions' | 'pages' | 'tickets' | 'contacts' | 'companies' | 'commands';
  items: Item[];
}

function labelOf(element: HTMLElement): string {
  const named = element.dataset.command || element.getAttribute('aria-label');
  if (named) return named;
  const spoken = element instanceof HTMLInputElement ? element.labels?.[0] : element;
  const copy = spoken?.cloneNode(true) as HTMLElement | undefined;
  for (const quiet of copy?.querySelectorAll('kbd, svg, .visually-hidden') ?? []) quiet.remove();
  return copy?.textContent?.trim() ?? '';
}

/** What is offered by a key or by name: whoever may not do it has no button for it. */
function offered(selector: string): Item[] {
  const elements = [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => element.dataset.key !== '/' && isShown(element));
  const items = elements.map((element, index) => ({
    id: `${selector} ${index}`,
    label: labelOf(element),
    shortcut: element.dataset.key,
    press: () => press(element),
  }));
  return items.filter(({ label }, index) => label !== '' && items.findIndex((other) => other.label === label) === index);
}

/** What the palette knows before anything is typed. */
export interface Known {
  /** Of the page it is opened on. */
  actions: Item[];
  pages: Item[];
  /** Of every page. */
  commands: Item[];
}

export function whatIsKnown(pages: Item[]): Known {
  const actions = offered('main [data-key], main [data-offered]');
  const labels = new Set(actions.map(({ label }) => label));
  return { actions, pages: pages.filter(({ label }) => !labels.has(label)), commands: offered('[data-command]') };
}

/** True where each word of the query begins some word of the label. */
export function isMeant(label: string, query: string): boolean {
  const words = label.toLocaleLowerCase().split(/[\s,.:/-]+/);
  return query.toLocaleLowerCase().split(/\s+/).every((wanted) => words.some((word) => word.startsWith(wanted)));
}

function hitItem({ id, href, label, hint }: Hit): Item {
  return { id, href, label, hint };
}

/** All that fits the query, in the order it is shown; what is known alone where nothing has been typed. */
export function groupsFor(query: string, { actions, pages, commands }: Known, found: Found): Group[] {
  const fitting = (items: Item[]) => (query === '' ? items : items.filter(({ label }) => isMeant(label, query)));
  const groups: Group[] = [
    { name: 'actions', items: fitting(actions) },
    { name: 'pages', items: fitting(pages) },
    { name: 'tickets', items: found.tickets.map((hit) => ({ ...hitItem(hit), label: `${hit.number} ${hit.label}` })) },
    { name: 'contacts', items: found.contacts.map(hitItem) },
    { name: 'companies', items: found.companies.map(hitItem) },
    { name: 'commands', items: fitting(commands) },
  ];
  return groups.filter(({ items }) => items.length > 0);
}
