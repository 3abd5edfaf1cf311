import type { Settings } from './settings.ts';

/** The gateway as the browser's `connect-src` must name it: once for polling fetches, once for the socket. */
function gatewaySources(gateway: URL): string {
  return `${gateway.origin} ${gateway.origin.replace(/^http/, 'ws')}`;
}

/** Scripts run by nonce only; styles too, but for the style attributes that components compute. */
export function contentSecurityPolicy(settings: Settings, nonce: string, dev: boolean): string {
  return [
    "default-src 'self'",
    // The development server evaluates modules for fast refresh; a production build never does.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    `connect-src 'self' ${gatewaySources(settings.gatewayUrl)}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
  ].join('; ');
}

/** Of a file that somebody sent: were it ever shown, it could load nothing and run nothing. */
export const FILE_POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'";

/** Headers of every answer. `same-origin` keeps the Origin header on plain forms, which `no-referrer` would null. */
export function securityHeaders(settings: Settings): Record<string, string> {
  return {
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...(settings.publicUrl.protocol === 'https:' && { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }),
  };
}
