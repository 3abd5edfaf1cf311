'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import classes from './dialog.module.css';

/** A page shown in place, over the one it was opened from. `home` is the address that its own links close it with. */
export function Dialog({ home, children }: { home: string; children: ReactNode }) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  const close = () => router.back();
  const onClick = (event: MouseEvent) => {
    const link = (event.target as Element).closest('a');
    const isBackdrop = event.target === dialog.current;
    if (!isBackdrop && link?.getAttribute('href') !== home) return;
    event.preventDefault();
    close();
  };
  return (
    // Escape cancels; the click handler only spares those with a pointer the way to the button.
    <dialog
      ref={dialog}
      className={classes.dialog}
      onClickCapture={onClick}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <div>{children}</div>
    </dialog>
  );
}
