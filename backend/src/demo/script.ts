import { TICKET_PRIORITIES, TICKET_STATUSES } from '@kontor/contracts/tickets';
import type { TicketPriority, TicketStatus } from '@kontor/contracts/tickets';

export type Step =
  | { do: 'ask'; body: string }
  | { do: 'reply'; by: string | null; body: string }
  | { do: 'note'; by: string | null; body: string }
  | { do: 'assign'; to: string | null }
  | { do: 'status'; to: TicketStatus }
  | { do: 'priority'; to: TicketPriority }
  | { do: 'tag'; tag: string }
  | { do: 'untag'; tag: string }
  | { do: 'subject'; to: string }
  | { do: 'wait'; minutes: number };

const MARK = /^(>|<|#|@|=|!|\+|-|~|\.\.)([\w-]*)(?:\s+(.*))?$/;
const UNITS: Record<string, number> = { m: 1, h: 60, d: 1440 };

/**
 * Reads the notation of a story, one step a paragraph:
 * `> text` the requester writes, `< text` the assignee answers, `# text` the assignee notes (`<tom`, `#tom`: somebody
 * else), `@` the assignee takes it (`@tom`: goes to Tom, `@none`: to nobody), `=pending` status, `!high` priority,
 * `+tag` and `-tag`, `~ text` new subject, `..2h` a pause (m, h, d). Lines without a mark go on with the text before; an empty
 * line is a new paragraph, and a line that starts with • stays a line of its own.
 */
export function parseScript(script: string): Step[] {
  const steps: Step[] = [];
  let gap = false;
  for (const line of script.split('\n').map((text) => text.trim())) {
    const match = MARK.exec(line);
    if (match) steps.push(toStep(match[1] ?? '', match[2] ?? '', match[3] ?? ''));
    else if (line) goOn(steps.at(-1), line, gap);
    gap = line === '';
  }
  return steps;
}

function goOn(step: Step | undefined, line: string, gap: boolean): void {
  if (!step || !('body' in step)) throw new SyntaxError(`No message to go on with: ${line}`);
  step.body += (gap ? '\n\n' : line.startsWith('•') ? '\n' : ' ') + line;
}

function toStep(mark: string, word: string, text: string): Step {
  const by = word || null;
  if (mark === '>') return { do: 'ask', body: text };
  if (mark === '<') return { do: 'reply', by, body: text };
  if (mark === '#') return { do: 'note', by, body: text };
  if (mark === '@') return { do: 'assign', to: by };
  if (mark === '=') return { do: 'status', to: among(TICKET_STATUSES, word) };
  if (mark === '!') return { do: 'priority', to: among(TICKET_PRIORITIES, word) };
  if (mark === '+') return { do: 'tag', tag: word };
  if (mark === '-') return { do: 'untag', tag: word };
  if (mark === '~') return { do: 'subject', to: text };
  return { do: 'wait', minutes: Number.parseInt(word, 10) * (UNITS[word.slice(-1)] ?? Number.NaN) };
}

function among<T extends string>(values: readonly T[], word: string): T {
  const value = values.find((candidate) => candidate === word);
  if (!value) throw new SyntaxError(`Not one of ${values.join(', ')}: ${word}`);
  return value;
}
