const LENGTH = 140;

/** The beginning of a message on one line, cut between words where that loses little. */
export function preview(body: string): string {
  const line = body.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  if (characters.length <= LENGTH) return line;
  const cut = characters.slice(0, LENGTH - 1).join('');
  const lastSpace = cut.lastIndexOf(' ');
  return `${lastSpace > LENGTH * 0.7 ? cut.slice(0, lastSpace) : cut}…`;
}
