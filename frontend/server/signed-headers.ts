import { createHmac } from 'node:crypto';
import { FORWARD_HEADERS, forwardedText } from '@kontor/contracts/forwarding';

interface Caller {
  address: string;
  requestId: string;
  userAgent: string | null | undefined;
}

/** Vouches for the browser's address towards the backend. */
export function signedHeaders({ address, requestId, userAgent }: Caller, secret: string): Record<string, string> {
  const time = String(Math.floor(Date.now() / 1000));
  const text = forwardedText(address, time, requestId);
  return {
    [FORWARD_HEADERS.address]: address,
    [FORWARD_HEADERS.time]: time,
    [FORWARD_HEADERS.requestId]: requestId,
    [FORWARD_HEADERS.signature]: createHmac('sha256', secret).update(text).digest('hex'),
    traceparent: `00-${requestId}-${requestId.slice(0, 16)}-01`,
    ...(userAgent && { 'user-agent': userAgent }),
  };
}
