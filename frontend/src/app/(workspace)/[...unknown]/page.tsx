import { notFound } from 'next/navigation';
import { requireSession } from '../../../lib/session.ts';

/** An address that leads nowhere is answered inside the shell, to those who are signed in. */
export default async function UnknownPage() {
  await requireSession();
  notFound();
}
