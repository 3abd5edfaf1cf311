type Level = 'info' | 'warn' | 'error';

/** One JSON line per happening; fields never hold a token, a password or a query string. */
export function log(level: Level, msg: string, fields: Record<string, unknown> = {}): void {
  const line = JSON.stringify({ time: new Date().toISOString(), level, service: 'frontend', msg, ...fields });
  if (level === 'error') console.error(line);
  else console.log(line);
}
