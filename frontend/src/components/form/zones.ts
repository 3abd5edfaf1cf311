/** Every zone that this runtime knows, and the present one in case it does not. */
export function zones(present: string): { value: string; label: string }[] {
  const known = new Set([present, 'UTC', ...Intl.supportedValuesOf('timeZone')]);
  return [...known].sort().map((value) => ({ value, label: value.replaceAll('_', ' ') }));
}
