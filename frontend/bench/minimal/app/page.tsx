import { headers } from 'next/headers';

/** What Next itself takes for a page that is made anew for each request. */
export default async function Page() {
  return <h1>{(await headers()).get('host')}</h1>;
}
