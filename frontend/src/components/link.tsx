import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/** A link to a page of ours. Pages are made for their reader at the time of reading: nothing of them is fetched before somebody asks. */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
