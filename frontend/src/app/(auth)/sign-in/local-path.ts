/** `value` where it is a path of ours, otherwise Home: a link to the sign-in must not lead to another site. */
export function localPath(value: string): string {
  const base = 'http://frontend';
  if (!value.startsWith('/') || !URL.canParse(value, base)) return '/';
  const url = new URL(value, base);
  return url.origin === base ? `${url.pathname}${url.search}` : '/';
}
