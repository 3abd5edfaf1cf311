const BROWSERS = [
  ['Edg/', 'Edge'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;
const SYSTEMS = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
] as const;

/** "Firefox, Windows": enough for people to know their own device again. */
export function deviceOf(userAgent: string | null): { name: string | null; isMobile: boolean } {
  const find = (table: readonly (readonly [string, string])[]) => table.find(([mark]) => userAgent?.includes(mark))?.[1];
  const name = [find(BROWSERS), find(SYSTEMS)].filter(Boolean).join(', ');
  return { name: name || null, isMobile: /Mobile|Android|iPhone/.test(userAgent ?? '') };
}
