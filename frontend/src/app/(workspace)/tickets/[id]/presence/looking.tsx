'use client';

import { Avatar } from '../../../../../components/marks/avatar.tsx';
import { useOthers } from './ticket-presence.tsx';
import classes from './presence.module.css';

const MOST = 4;

/** Who else has the ticket open. `#` stands for the name, or for how many there are. */
export function Looking({ one, many }: { one: string; many: string }) {
  const others = useOthers();
  const [first] = others;
  const words = first && (others.length === 1 ? one.replace('#', first.who.name) : many.replace('#', String(others.length)));
  return (
    <span role="status" className={classes.looking}>
      {others.slice(0, MOST).map(({ who }) => (
        <Avatar key={who.id} name={who.name} title={who.name} />
      ))}
      {words && <span>{words}</span>}
    </span>
  );
}
