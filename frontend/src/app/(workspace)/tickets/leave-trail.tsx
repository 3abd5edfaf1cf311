'use client';

import { useEffect } from 'react';
import { leaveTrail, type Trail } from './trail.ts';

/** Remembers the list that is shown, for the way from ticket to ticket. */
export function LeaveTrail({ title, href, ids }: Trail) {
  const joined = ids.join();
  useEffect(() => leaveTrail({ title, href, ids: joined.split(',') }), [title, href, joined]);
  return null;
}
