/**
 * How the frontend vouches for the browser's address: headers signed with a secret that both sides hold
 * (`KONTOR_FORWARD_SECRET`). The signature is hex HMAC-SHA256 over `address\nunixSeconds\nrequestId`; the backend believes
 * it for 60 seconds and ignores every other forwarded header of a peer that is not a configured proxy.
 */
export const FORWARD_HEADERS = {
  address: 'x-kontor-address',
  time: 'x-kontor-time',
  requestId: 'x-kontor-request-id',
  signature: 'x-kontor-signature',
} as const;
export const FORWARD_MAX_AGE_SECONDS = 60;

/** The text that is signed. */
export function forwardedText(address: string, unixSeconds: string, requestId: string): string {
  return `${address}\n${unixSeconds}\n${requestId}`;
}

/** The tenant a page was rendered for; another one than the session's is 403 WRONG_TENANT. */
export const TENANT_HEADER = 'x-kontor-tenant';
