/** The tags in a line that separates them by commas, each once. */
export function tagsOf(line: string): string[] {
  return [...new Set(line.split(',').map((tag) => tag.trim().toLowerCase()))].filter(Boolean);
}
