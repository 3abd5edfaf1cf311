const PREFIX = 'kontor:draft:';

/** Drafts live as long as the tab. Where a browser refuses storage they are simply not kept. */
function storage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

export function readDraft(draft: string): string {
  return storage()?.getItem(PREFIX + draft) ?? '';
}

export function keepDraft(draft: string, text: string): void {
  if (text) storage()?.setItem(PREFIX + draft, text);
  else forgetDraft(draft);
}

export function forgetDraft(draft: string): void {
  storage()?.removeItem(PREFIX + draft);
}
