import type { Locale } from '@kontor/contracts/locales';
import type { Letter } from './words/words.ts';

interface Rendered {
  subject: string;
  text: string;
  html: string;
}

const MOST_SUBJECT = 200;
/** What would begin another header, and what turns the direction of the text around. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text and simple HTML of a letter. Nothing in it is loaded from anywhere, and nothing of what it is filled in with is markup. */
export function render({ subject, lines, action, foot }: Letter, locale: Locale, link?: string): Rendered {
  const button = action !== undefined && link !== undefined ? { action, link } : undefined;
  return {
    subject: oneLine(subject).slice(0, MOST_SUBJECT).toWellFormed(),
    text: [...lines, ...(button ? [`${button.action}:\n${button.link}`] : []), `-- \n${foot}`].join('\n\n'),
    html: `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"></head>
<body style="margin:24px;max-width:600px;font:15px/1.5 sans-serif;color:#1d1f21;background:#ffffff">
${lines.map((line) => `<p style="white-space:pre-wrap">${escaped(line)}</p>`).join('\n')}
${button ? `<p><a href="${escaped(button.link)}" style="color:#0b6b6f;font-weight:600">${escaped(button.action)}</a></p>` : ''}
<p style="color:#666b6f;font-size:13px">${escaped(foot)}</p>
</body></html>`,
  };
}

/** A name or subject for a header. */
export function oneLine(text: string): string {
  return text.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
