import { describe, expect, it } from '@jest/globals';
import { parseScript } from './script.ts';

describe('parseScript', () => {
  it('reads messages over several lines and paragraphs', () => {
    const script = `
      > One line
      goes on.

      New paragraph:
      • a point
      <tom An answer.
    `;
    expect(parseScript(script)).toEqual([
      { do: 'ask', body: 'One line goes on.\n\nNew paragraph:\n• a point' },
      { do: 'reply', by: 'tom', body: 'An answer.' },
    ]);
  });

  it('reads what is done beside the conversation', () => {
    expect(parseScript('@\n@none\n=pending\n!high\n+late\n-late\n~ Other subject\n..2h')).toEqual([
      { do: 'assign', to: null },
      { do: 'assign', to: 'none' },
      { do: 'status', to: 'pending' },
      { do: 'priority', to: 'high' },
      { do: 'tag', tag: 'late' },
      { do: 'untag', tag: 'late' },
      { do: 'subject', to: 'Other subject' },
      { do: 'wait', minutes: 120 },
    ]);
  });

  it('refuses a status that is none, and text that belongs to nothing', () => {
    expect(() => parseScript('=done')).toThrow(SyntaxError);
    expect(() => parseScript('nobody says this')).toThrow(SyntaxError);
  });
});
