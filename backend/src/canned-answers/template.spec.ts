import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { faultsOf, fillIn, type CannedValues } from './template.ts';

const VALUES: CannedValues = {
  'contact.name': 'Rosa Lind',
  'ticket.number': '1042',
  'ticket.subject': 'Oven 3',
  'agent.name': 'Tom Becker',
  'workspace.name': 'Harbor Catering',
};

it('fills in every variable, however it is spaced', () => {
  const { text, missing } = fillIn('Hello {{contact.name}}, {{ ticket.number }} {{ticket.subject}}. {{agent.name}}, {{workspace.name}}', VALUES);
  expect(text).toBe('Hello Rosa Lind, 1042 Oven 3. Tom Becker, Harbor Catering');
  expect(missing).toEqual([]);
});

it('marks a missing value, and never shows braces', () => {
  const filled = fillIn('Hello {{contact.name}}, {{contact.name}}', { ...VALUES, 'contact.name': null });
  expect(filled).toEqual({ text: 'Hello [contact.name?], [contact.name?]', missing: ['contact.name'] });
  expect(fillIn('{{contact.name}}', { ...VALUES, 'contact.name': '' }).missing).toEqual(['contact.name']);
});

it('fills in once: a name that looks like a variable stays a name', () => {
  expect(fillIn('{{contact.name}}', { ...VALUES, 'contact.name': '{{agent.name}} $& $1' }).text).toBe('{{agent.name}} $& $1');
});

it.each([
  ['Plain text with { one brace }', []],
  ['{{contact.name}} and {{ agent.name }}', []],
  ['{{contact.email}}', ['contact.email']],
  ['{{}}', ['']],
  ['{{contact.name}', ['{{']],
  ['a }} b', ['}}']],
  ['{{{contact.name}}}', []],
  ['{{constructor}} {{__proto__}}', ['constructor', '__proto__']],
])('of %s finds %j', (template, expected) => {
  expect(faultsOf(template)).toEqual(expected);
});

it('leaves no double brace in what was found without fault', () => {
  const part = fc.constantFrom('{{contact.name}}', '{{ agent.name }}', '{', '}', '{{', '}}', ' ', 'x', '{{x}}');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')), (template) => {
      if (faultsOf(template).length === 0) expect(fillIn(template, VALUES).text).not.toMatch(/\{\{|\}\}/);
    }),
  );
});

it('is not kept busy by thousands of blanks', () => {
  const begun = process.cpuUsage();
  expect(faultsOf(`{{${' '.repeat(2_000)}x`)).toEqual(['{{']);
  expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(1_000);
});
