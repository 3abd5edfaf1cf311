'use client';

import { useOthers } from './ticket-presence.tsx';
import classes from './presence.module.css';

/** Who is writing right now. `#` stands for the name, or for how many there are. */
export function Typing({ one, many }: { one: string; many: string }) {
  const typing = useOthers().filter(({ state }) => state === 'typing');
  const [first] = typing;
  return (
    <p role="status" className={classes.typing}>
      {first && (typing.length === 1 ? one.replace('#', first.who.name) : many.replace('#', String(typing.length)))}
    </p>
  );
}
