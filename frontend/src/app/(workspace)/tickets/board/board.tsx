'use client';

import type { TicketStatus } from '@kontor/contracts/tickets';
import { useOptimistic, useRef, useState, useTransition, type ReactNode } from 'react';
import { transitionTicket } from '../[id]/actions.ts';
import { useDragging, type Drop } from './use-dragging.ts';
import classes from './board.module.css';

interface BoardCard {
  id: string;
  version: number;
  subject: string;
  /** Where it may be moved. */
  allowed: readonly TicketStatus[];
  content: ReactNode;
}

interface Column {
  status: TicketStatus;
  name: string;
  count: number;
  head: ReactNode;
  cards: readonly BoardCard[];
  foot: ReactNode;
}

interface BoardProps {
  columns: readonly Column[];
  tenant: string;
  /** `#` stands for the subject. */
  words: { label: string; empty: string; refused: string };
}

/** The columns as they are once the card has been moved, on top of the column where it was dropped. */
function moved(columns: readonly Column[], { id, to }: Drop): readonly Column[] {
  const card = columns.flatMap(({ cards }) => cards).find((one) => one.id === id);
  if (!card) return columns;
  return columns.map((column) => {
    const rest = column.cards.filter((one) => one.id !== id);
    if (column.status === to) return { ...column, cards: [{ ...card, allowed: [] }, ...rest], count: column.count + 1 };
    return rest.length < column.cards.length ? { ...column, cards: rest, count: column.count - 1 } : column;
  });
}

/** Cards are moved at once, and go back with the reason where the move is refused. */
export function Board({ columns, tenant, words }: BoardProps) {
  const [shown, move] = useOptimistic(columns, moved);
  const [refusal, setRefusal] = useState<string>();
  const [, startTransition] = useTransition();
  const board = useRef<HTMLDivElement>(null);

  const drop = ({ id, to }: Drop) => {
    const card = columns.flatMap(({ cards }) => cards).find((one) => one.id === id);
    if (!card?.allowed.includes(to)) return;
    setRefusal(undefined);
    startTransition(async () => {
      move({ id, to });
      const form = new FormData();
      for (const [name, value] of Object.entries({ tenant, id, version: String(card.version), status: to })) form.set(name, value);
      const result = await transitionTicket(null, form);
      if (!result.success) setRefusal(`${words.refused.replace('#', card.subject)} ${result.error}`);
    });
  };
  useDragging(board, drop);

  return (
    <>
      <p role="alert" className={classes.refusal} hidden={!refusal}>
        {refusal}
      </p>
      <div ref={board} className={classes.board} role="group" aria-label={words.label}>
        {shown.map(({ status, name, count, head, cards, foot }) => (
          <section key={status} className={classes.column} aria-label={name} data-column={status}>
            <h2 className={classes.head}>
              {head}
              <span className={classes.count}>{count}</span>
            </h2>
            <ul className={classes.cards}>
              {cards.map((card) => (
                <li key={card.id} className={classes.card} data-card={card.id} data-allowed={card.allowed.join(' ')}>
                  {card.content}
                </li>
              ))}
            </ul>
            {cards.length === 0 && <p className={classes.empty}>{words.empty}</p>}
            {foot}
          </section>
        ))}
      </div>
    </>
  );
}
