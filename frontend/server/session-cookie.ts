/** The prefix binds the cookie to this very origin; browsers take it over https only. */
export function sessionCookieName({ protocol }: URL): string {
  return protocol === 'https:' ? '__Host-kontor' : 'kontor';
}
