'use client';

import { useState, type ReactNode } from 'react';
import classes from './live.module.css';

interface Row {
  id: string;
  content: ReactNode;
}

interface SteadyRowsProps {
  rows: readonly Row[];
  /** The list as the address describes it; another one starts afresh. */
  view: string;
  /** What the pill says: `#` stands for the number of new rows, `moved` where only the order is another. */
  pill: { new: string; moved: string };
  label: string;
  head: ReactNode;
}

/**
 * A table whose rows stand still under the pointer and the keyboard: changed rows change in place, while new ones and a
 * new order wait behind a pill until it is pressed or the table is left.
 */
export function SteadyRows({ rows, view, pill, label, head }: SteadyRowsProps) {
  const [inside, setInside] = useState({ pointer: false, focus: false });
  const [held, setHeld] = useState({ view, rows });

  const current = new Map(rows.map((row) => [row.id, row]));
  const known = new Set(held.rows.map((row) => row.id));
  const isHeld = (inside.pointer || inside.focus) && held.view === view;
  const shown = isHeld ? held.rows.map((row) => current.get(row.id) ?? row) : rows;
  const waiting = isHeld ? rows.filter((row) => !known.has(row.id)).length : 0;
  const moved = isHeld && waiting === 0 && rows.some((row, index) => shown[index]?.id !== row.id);

  if (!isHeld && (held.view !== view || held.rows !== rows)) setHeld({ view, rows });

  const enter = (sign: Partial<typeof inside>) => setInside((present) => ({ ...present, ...sign }));
  const settle = () => setHeld({ view, rows });
  return (
    <div
      className={classes.steady}
      // Browsers also report a pointer that rests where a page has just appeared: only one that moves is at work here.
      onPointerMove={({ movementX, movementY }) => {
        if (!inside.pointer && (movementX !== 0 || movementY !== 0)) enter({ pointer: true });
      }}
      onPointerLeave={() => enter({ pointer: false })}
      onFocus={() => enter({ focus: true })}
      onBlur={() => enter({ focus: false })}
    >
      {(waiting > 0 || moved) && (
        <button type="button" className={classes.pill} onClick={settle}>
          {waiting > 0 ? pill.new.replace('#', String(waiting)) : pill.moved}
        </button>
      )}
      <table aria-label={label}>
        {head}
        <tbody>
          {shown.map((row) => (
            <tr key={row.id} data-gone={!current.has(row.id) || undefined}>
              {row.content}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
