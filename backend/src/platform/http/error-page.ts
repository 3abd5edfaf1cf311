import { ERRORS, type ErrorCode } from '@kontor/contracts/errors';
import { ERROR_ADVICE } from './error-advice.ts';

const STYLE = `body{font:15px/1.5 system-ui,sans-serif;max-width:46rem;margin:3rem auto;padding:0 1rem;color:#1d1f21;background:#fff}
h2{font-size:1.05rem;margin:2rem 0 .25rem}code{background:#f5f5f3;padding:.1rem .3rem;border-radius:4px}p{margin:.25rem 0}
@media(prefers-color-scheme:dark){body{color:#eceeed;background:#1a1c1d}code{background:#2a2d2f}}`;

/** One section a code, with cause and remedy: where the `type` of every problem leads. */
export function errorPage(): string {
  const sections = (Object.keys(ERRORS) as ErrorCode[]).map((code) => {
    const { status, title, retryable } = ERRORS[code];
    const { cause, remedy } = ERROR_ADVICE[code];
    return `<section id="${code}"><h2><code>${code}</code> · ${status} · ${title}</h2><p>${html(cause)}</p><p>${html(remedy)}</p>
<p>${retryable ? 'The same request may be sent again.' : 'Sending the same request again does not help.'}</p></section>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Kontor error codes</title><style>${STYLE}</style></head><body><h1>Error codes</h1>
<p>Every error is <code>application/problem+json</code> (RFC 9457). <code>code</code> is the contract: texts may change, codes do not.</p>
${sections.join('\n')}</body></html>`;
}

/** The texts are ours; only their `code` needs marking up. */
function html(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replace(/`([^`]+)`/g, '<code>$1</code>');
}
