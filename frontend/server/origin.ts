const TWINS: Readonly<Record<string, string>> = { localhost: '127.0.0.1', '127.0.0.1': 'localhost' };

/** The origins that may change data: the public one and, on loopback, the same under its other name. */
export function allowedOrigins(publicUrl: URL): string[] {
  const twin = TWINS[publicUrl.hostname];
  if (!twin) return [publicUrl.origin];
  return [publicUrl.origin, `${publicUrl.protocol}//${twin}${publicUrl.port && `:${publicUrl.port}`}`];
}

/** False for a missing, `null` or unlisted Origin. */
export function isOriginAllowed(origin: string | null | undefined, publicUrl: URL): boolean {
  return typeof origin === 'string' && allowedOrigins(publicUrl).includes(origin);
}
