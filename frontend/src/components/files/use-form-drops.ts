'use client';

import { useEffect, useEffectEvent, useState, type RefObject } from 'react';

/** Files dropped anywhere on the form, and pictures pasted into it. True while some are held over it. */
export function useFormDrops(inside: RefObject<HTMLElement | null>, take: (files: File[]) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  const onFiles = useEffectEvent(take);

  useEffect(() => {
    const form = inside.current?.closest('form');
    if (!form) return;
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent) => !form.contains(event.relatedTarget as Node | null) && setIsOver(false);
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setIsOver(false);
      onFiles([...event.dataTransfer.files]);
    };
    const paste = ({ clipboardData }: ClipboardEvent) => {
      if (clipboardData && clipboardData.files.length > 0) onFiles([...clipboardData.files]);
    };
    form.addEventListener('dragover', over);
    form.addEventListener('dragleave', leave);
    form.addEventListener('drop', drop);
    form.addEventListener('paste', paste);
    return () => {
      form.removeEventListener('dragover', over);
      form.removeEventListener('dragleave', leave);
      form.removeEventListener('drop', drop);
      form.removeEventListener('paste', paste);
    };
  }, [inside]);

  return isOver;
}
