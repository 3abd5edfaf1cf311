import { loopbackTwin } from '@kontor/contracts/hosts';

/** The origins that may change data: the public one and, on loopback, the same under its other name. */
export function allowedOrigins(publicUrl: URL): string[] {
  const twin = loopbackTwin(publicUrl.hostname);
  if (!twin) return [publicUrl.origin];
  return [publicUrl.origin, `${publicUrl.protocol}//${twin}${publicUrl.port && `:${publicUrl.port}`}`];
}

/** False for a missing, `null` or unlisted Origin. */
export function isOriginAllowed(origin: string | null | undefined, publicUrl: URL): boolean {
  return typeof origin === 'string' && allowedOrigins(publicUrl).includes(origin);
}
