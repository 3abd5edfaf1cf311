import type { IncomingMessage, ServerResponse } from 'node:http';
import { REQUEST_HEADERS } from './request-headers.ts';
import { preferredLocale } from './preferred-locale.ts';
import words from '../src/messages/failure.json' with { type: 'json' };

/** Of the tokens of `src/styles/tokens.css` as few as one page of words needs. */
const STYLE = `:root{color-scheme:light dark}
body{margin:0;background:light-dark(#fbfbfa,#161819);color:light-dark(#1d1f21,#eceeed);font:14px/20px system-ui,sans-serif}
main{display:grid;gap:8px;justify-items:start;max-width:560px;margin:12vh auto 0;padding:24px;box-sizing:border-box}
h1{margin:0;font-size:22px;line-height:28px;letter-spacing:-.012em}
p{margin:0;color:light-dark(#5c6064,#a5abaf);overflow-wrap:anywhere}
a{display:inline-flex;align-items:center;min-height:44px;margin-top:12px;padding:0 14px;border-radius:6px;background:light-dark(#0b6b6f,#4fb8b5);color:light-dark(#fff,#0d1b1b);font-weight:500;text-decoration:none}
a:focus-visible{outline:2px solid light-dark(#0b6b6f,#4fb8b5);outline-offset:2px}
small{margin-top:8px;color:light-dark(#666b6f,#8f969b);font-size:12px}`;

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A plain form could not be handed on and cannot be shown again: the browser has it still, one page back. */
export function answerUnsent(request: IncomingMessage, response: ServerResponse, status: number): void {
  const locale = preferredLocale(request.headers['accept-language']);
  const { unsent, unsentText, back, trace } = words[locale];
  // Two slashes at the beginning would name another host.
  const page = escaped(`/${(request.url ?? '/').split('?', 1)[0]!.replace(/^[/\\]+/, '')}`);
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${unsent} · Kontor</title><style nonce="${String(request.headers[REQUEST_HEADERS.nonce])}">${STYLE}</style>
<main><h1>${unsent}</h1><p>${unsentText}</p><a href="${page}">${back}</a><small>${trace} ${String(response.getHeader('X-Trace-Id'))}</small></main></html>`);
}
