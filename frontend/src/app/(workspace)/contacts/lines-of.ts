/** What was typed line by line, or separated by commas; each once. */
export function linesOf(text: string): string[] {
  return [...new Set(text.split(/[\n,;]/).map((line) => line.trim()).filter(Boolean))];
}
