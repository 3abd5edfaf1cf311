import { describe, expect, it } from '@jest/globals';
import { csvLine, plainCell } from './csv.ts';

describe('a cell', () => {
  it.each(['=1+1', '+1', '-1', '@a', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠a'])('%j does not begin as a formula, and is read as it was', (cell) => {
    const [line] = csvLine([cell]).split('\r\n');
    expect(line).toMatch(/^"?'/);
    expect(plainCell(`'${cell}`)).toBe(cell);
  });

  it.each(['a;=1+1', 'a;b;@c', 'a\n=1', 'a\r\n+1;'])('%j has no formula for a spreadsheet that separates by semicolons', (cell) => {
    const line = csvLine([1, cell]);
    expect(line).not.toMatch(/[;\n\r][=+\-@]/);
    expect(plainCell(line.slice(2, -2).replaceAll('"', ''))).toBe(cell);
  });

  it('with a line break, of whatever kind, stays one cell', () => {
    for (const end of ['\n', '\r', '\r\n']) expect(csvLine([`a${end}1,b`])).toBe(`"a${end}1,b"\r\n`);
    expect(csvLine(['a\nb'])).toBe('"a\nb"\r\n');
  });

  it('that is a number, or says nothing of the kind, stays as it is', () => {
    expect(csvLine([-5, null, 'a = b; c - d', 'rosa@school.test'])).toBe('-5,,a = b; c - d,rosa@school.test\r\n');
  });
});
