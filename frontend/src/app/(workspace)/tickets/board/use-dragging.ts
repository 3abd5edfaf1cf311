import type { TicketStatus } from '@kontor/contracts/tickets';
import { useEffect, useRef, type RefObject } from 'react';

/** A card that was let go over a column. */
export interface Drop {
  id: string;
  to: TicketStatus;
}

/** Lets cards be dragged to the columns that they may move to. The library is fetched once the page stands. */
export function useDragging(board: RefObject<HTMLElement | null>, drop: (drop: Drop) => void): void {
  const latest = useRef(drop);
  useEffect(() => {
    latest.current = drop;
  });

  useEffect(() => {
    const element = board.current;
    if (!element) return;
    let isGone = false;
    let stop = () => {};
    void import('@atlaskit/pragmatic-drag-and-drop/element/adapter').then(({ draggable, dropTargetForElements }) => {
      if (isGone) return;
      const bound = new Map<Element, () => void>();
      const bind = () => {
        for (const [known, unbind] of bound) {
          if (known.isConnected) continue;
          unbind();
          bound.delete(known);
        }
        for (const card of element.querySelectorAll<HTMLElement>('[data-card]')) {
          if (!bound.has(card)) bound.set(card, source(card));
        }
        for (const column of element.querySelectorAll<HTMLElement>('[data-column]')) {
          if (!bound.has(column)) bound.set(column, target(column));
        }
      };
      const source = (card: HTMLElement) =>
        draggable({
          element: card,
          canDrag: () => card.dataset.allowed !== '',
          onDragStart: () => (card.dataset.dragged = ''),
          onDrop: () => delete card.dataset.dragged,
        });
      const target = (column: HTMLElement) =>
        dropTargetForElements({
          element: column,
          canDrop: ({ source }) => (source.element).dataset.allowed?.split(' ').includes(column.dataset.column ?? '') ?? false,
          onDragEnter: () => (column.dataset.over = ''),
          onDragLeave: () => delete column.dataset.over,
          onDrop: ({ source }) => {
            delete column.dataset.over;
            latest.current({ id: (source.element).dataset.card ?? '', to: column.dataset.column as TicketStatus });
          },
        });
      const watch = new MutationObserver(bind);
      watch.observe(element, { childList: true, subtree: true });
      bind();
      element.dataset.draggable = 'on';
      stop = () => {
        watch.disconnect();
        for (const unbind of bound.values()) unbind();
      };
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [board]);
}
