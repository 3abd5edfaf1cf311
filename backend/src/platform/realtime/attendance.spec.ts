import { expect, it } from '@jest/globals';
import { Attendance } from './attendance.ts';

const HERE = 'tickets/1';
const state = (changes: { state: string }[]) => changes.map((change) => change.state);

it('tells of coming, typing and going, once each', () => {
  const people = new Attendance<string>();
  expect(people.set(HERE, 'tom', 'a', 'looking', 0)).toEqual([{ place: HERE, person: 'tom', state: 'looking' }]);
  expect(people.set(HERE, 'tom', 'a', 'looking', 1_000)).toEqual([]);
  expect(state(people.set(HERE, 'tom', 'a', 'typing', 2_000))).toEqual(['typing']);
  expect(people.set(HERE, 'tom', 'a', 'typing', 3_000)).toEqual([]);
  expect(state(people.set(HERE, 'tom', 'a', 'gone', 4_000))).toEqual(['gone']);
  expect(people.set(HERE, 'tom', 'a', 'gone', 5_000)).toEqual([]);
  expect(people.at(HERE, 5_000)).toEqual([]);
});

it('takes two tabs of one person for one', () => {
  const people = new Attendance<string>();
  people.set(HERE, 'tom', 'a', 'looking', 0);
  expect(people.set(HERE, 'tom', 'b', 'looking', 0)).toEqual([]);
  expect(state(people.set(HERE, 'tom', 'b', 'typing', 0))).toEqual(['typing']);
  expect(people.set(HERE, 'tom', 'a', 'gone', 0)).toEqual([]);
  expect(people.at(HERE, 0)).toEqual([{ person: 'tom', state: 'typing', seats: ['b'] }]);
  expect(state(people.set(HERE, 'tom', 'b', 'gone', 0))).toEqual(['gone']);
});

it('lets who falls silent stop typing after 6 seconds, and go after 45', () => {
  const people = new Attendance<string>();
  people.set(HERE, 'tom', 'a', 'typing', 0);
  expect(people.expire(5_999)).toEqual([]);
  expect(state(people.expire(6_000))).toEqual(['looking']);
  expect(people.expire(44_999)).toEqual([]);
  expect(state(people.expire(45_000))).toEqual(['gone']);
  expect(people.expire(90_000)).toEqual([]);
});

it('tells of the end of typing also where a look comes before the sweep', () => {
  const people = new Attendance<string>();
  people.set(HERE, 'tom', 'a', 'typing', 0);
  expect(state(people.set(HERE, 'tom', 'a', 'looking', 7_000))).toEqual(['looking']);
});

it('keeps places apart', () => {
  const people = new Attendance<string>();
  people.set(HERE, 'tom', 'a', 'looking', 0);
  expect(state(people.set('tickets/2', 'tom', 'a', 'looking', 0))).toEqual(['looking']);
  expect(people.at('tickets/3', 0)).toEqual([]);
});
