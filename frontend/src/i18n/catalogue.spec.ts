import { describe, expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const SRC = resolve(import.meta.dirname, '..');
const catalogue = (name: string) => JSON.parse(readFileSync(join(SRC, 'messages', `${name}.json`), 'utf8')) as Record<string, object>;
const [en, id, failure] = [catalogue('en'), catalogue('id'), catalogue('failure')];
const files = globSync('**/*.{ts,tsx}', { cwd: SRC }).filter((name) => !name.endsWith('.spec.ts')).map((name) => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join(SRC, name), 'utf8') }));

/** Every message by its whole key. */
function flat(messages: object, path = ''): Map<string, string> {
  const entries = Object.entries(messages as Record<string, object | string>).flatMap(([name, value]) => {
    const key = path ? `${path}.${name}` : name;
    return typeof value === 'string' ? [[key, value] as const] : [...flat(value, key)];
  });
  return new Map(entries);
}

/** The names of what a message is filled with, and of its tags; what stands in quotes is text. */
function blanks(message: string): string[] {
  const text = message.replaceAll(/'[<{][^']*'/g, '');
  const tags = [...text.matchAll(/<(\w+)>/g)].map(([, name]) => `<${name}>`);
  // Behind the word of a choice a brace begins a sentence, anywhere else it begins a blank.
  const choices = /\{(\w+), (?:select|plural|selectordinal),/.test(text);
  const sentences = choices ? text.replaceAll(/((?:=\d+|\w+) )\{([^{}]*|[^{}]*\{\w+[^{}]*\}[^{}]*)\}(?=\s*(?:=\d+ \{|\w+ \{|\}))/g, '$1$2') : text;
  const named = [...sentences.matchAll(/\{(\w+)\s*[,}]/g)].map(([, name]) => name!);
  return [...new Set([...named, ...tags])].sort();
}

describe('the catalogues', () => {
  it.each([['messages', en, id], ['failure', failure['en']!, failure['id']!]])('of %s have the same keys in both languages, filled with the same', (_name, one, other) => {
    const [first, second] = [flat(one), flat(other)];
    expect([...second.keys()].sort()).toEqual([...first.keys()].sort());
    const unlike = [...first].filter(([key, message]) => blanks(message).join() !== blanks(second.get(key)!).join());
    expect(unlike).toEqual([]);
    expect([...first, ...second].filter(([, message]) => message.trim() === '')).toEqual([]);
  });

  it('have no message that nobody shows', () => {
    const whole = files.map(({ text }) => text).join('\n');
    const words = new Set([...whole.matchAll(/['"`]([\w.:-]+)['"`]/g), ...whole.matchAll(/^\s*([\w-]+):/gm)].map(([, word]) => word!));
    // A name put together takes whatever stands in its blanks.
    const patterns = [...new Set([...whole.matchAll(/`((?:[\w.]|\$\{[^}`]*\})+)`/g)].map(([, word]) => word!))]
      .filter((word) => /\w/.test(word.replaceAll(/\$\{[^}]*\}/g, '')))
      .map((word) => new RegExp(`^${word.replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '[\\w.:-]+')}$`));
    // Whichever space a message is asked for in, its name ends with what the code says; a space may be asked for whole.
    const isUsed = (key: string) => {
      const parts = key.split('.');
      const ends = parts.map((_, index) => parts.slice(index).join('.'));
      const isOfOpenSpace = parts.length > 2 && whole.includes(`Translations('${parts.slice(0, -1).join('.')}')`);
      return isOfOpenSpace || ends.some((end) => words.has(end) || patterns.some((pattern) => pattern.test(end)));
    };
    expect([...flat(en).keys()].filter((key) => !isUsed(key))).toEqual([]);
  });
});

/** Attributes that are read or heard. */
const SPOKEN = /^(title|alt|placeholder|label|description|error|summary|aria-(label|description|placeholder|roledescription|valuetext))$/;
/** Two letters make a word; the name of the product is the same in every language. */
const hasWord = (text: string) => /\p{L}{2,}/u.test(text.replaceAll('Kontor', ''));

/** Words that stand in a component instead of a catalogue, with their lines. */
function literals(name: string, text: string): string[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (node: ts.Node, words: string) => {
    if (hasWord(words)) found.push(`${name}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${words.trim()}`);
  };
  /** What an expression shows: itself, or either side of a choice. */
  const shown = (node: ts.Expression): void => {
    if (ts.isStringLiteralLike(node)) note(node, node.text);
    else if (ts.isTemplateExpression(node)) note(node, [node.head, ...node.templateSpans.map(({ literal }) => literal)].map((part) => part.text).join(' '));
    else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(shown);
    else if (ts.isParenthesizedExpression(node)) shown(node.expression);
    else if (ts.isBinaryExpression(node)) [node.left, node.right].forEach((side) => ts.isStringLiteralLike(side) && node.operatorToken.kind !== ts.SyntaxKind.EqualsEqualsEqualsToken && note(side, side.text));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node, node.text);
    if (ts.isJsxExpression(node) && node.expression && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent))) shown(node.expression);
    if (ts.isJsxAttribute(node) && SPOKEN.test(node.name.getText()) && node.initializer) {
      if (ts.isStringLiteral(node.initializer)) note(node, node.initializer.text);
      else if (ts.isJsxExpression(node.initializer) && node.initializer.expression) shown(node.initializer.expression);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('components', () => {
  it('have no words of their own', () => {
    expect(files.filter(({ name }) => name.endsWith('.tsx')).flatMap(({ name, text }) => literals(name, text))).toEqual([]);
  });

  it('would be told of words wherever they stand', () => {
    const wrong = 'const A = () => <p title="Two words" className="fine">Hello {name} {isIt ? "yes, it is" : t("no")} <img alt={`of ${name}`} /> 12 </p>;';
    expect(literals('a.tsx', wrong)).toEqual(['a.tsx:1 Two words', 'a.tsx:1 Hello', 'a.tsx:1 yes, it is', 'a.tsx:1 of']);
  });
});
