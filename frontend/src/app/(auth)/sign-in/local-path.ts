/** `value` where it is a path of ours, otherwise Home: a link to the sign-in must not lead to another site. */
export function localPath(value: string): string {
  const base = 'http://frontend';
  if (!value.startsWith('/') || !URL.canParse(value, base)) return '/';
  const { origin, pathname, search } = new URL(value, base);
  // `/.//evil.example` is a path here, but without its dot the address of another site.
  return origin === base && !pathname.startsWith('//') ? `${pathname}${search}` : '/';
}
