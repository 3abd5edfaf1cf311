/** What a key or the palette can reach: what is on the page, or in a menu of it. */
export function isShown(element: HTMLElement): boolean {
  return element.offsetParent !== null || element.closest('[popover]') !== null;
}

/** Chooses what is to be written, and goes to its field. */
function choose(radio: HTMLInputElement): void {
  radio.click();
  let around = radio.closest<HTMLElement>('[role="radiogroup"]');
  while (around && !around.querySelector('textarea')) around = around.parentElement;
  const fields = around?.querySelectorAll('textarea') ?? [];
  ([...fields].find(isShown) ?? radio).focus();
}

/** Presses a button or link, or goes to a field. */
export function press(element: HTMLElement): void {
  if (element instanceof HTMLInputElement && element.type === 'radio') choose(element);
  else if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    element.focus();
    element.select();
  } else {
    // What it opens is the next stop of Tab.
    if (element instanceof HTMLButtonElement && element.popoverTargetElement) element.focus();
    element.click();
  }
}

/** As the key does that an element names. @returns false where none on this page names it */
export function pressKey(key: string): boolean {
  const named = document.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  const element = [...named].find(isShown);
  if (element) press(element);
  return element !== undefined;
}
