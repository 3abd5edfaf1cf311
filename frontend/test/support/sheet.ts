export interface Shot {
  state: 'full' | 'empty' | 'error';
  scheme: 'light' | 'dark';
  width: number;
  /** Beside the sheet. */
  file: string;
}

/** A page of HTML with every picture of one page of Kontor: a row for each state and scheme, widest first. */
export function sheet(name: string, shots: readonly Shot[]): string {
  const rows = Object.entries(Object.groupBy(shots, ({ state, scheme }) => `${state}, ${scheme}`));
  const pictures = (row: readonly Shot[]) =>
    row.map(({ file, width }) => `<img src="${file}" alt="${name}, ${width} px" style="flex:${width} 1 0">`).join('');
  const body = rows.map(([title, row]) => `<h2>${title}</h2><div>${pictures(row ?? [])}</div>`).join('');
  const style =
    'body{margin:24px;background:#8a8d90;font:600 14px system-ui}div{display:flex;gap:16px;align-items:flex-start}img{min-width:0;width:0}';
  return `<!doctype html><meta charset="utf-8"><title>${name}</title><style>${style}</style>${body}`;
}
