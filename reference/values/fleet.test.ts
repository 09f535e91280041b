import { test } from 'vitest';
import { PYDANTIC_2 } from '../coercion/pydantic-2/pydantic-2.ts';
import { expectAccepted, expectRejected, type Broken } from '../testing/expect.ts';
import { fleetReader, readFleetText } from './fleet.ts';

const readFleet = fleetReader(PYDANTIC_2, PYDANTIC_2.text);

test.each<[unknown, string | null, string]>([
  ['f', null, 'f'],
  [1, null, '1'],
  [' p/f ', ' p', 'f '],
  [{ name: 'a/b' }, null, 'a/b'],
  [{ name: '', project: '' }, '', ''],
])('%o is of project %j and called %j', (value, project, name) => {
  expectAccepted(readFleet, value, { project, name });
});

test.each<[unknown, ...Broken[]]>([
  ['', 'fleets/text-parts'],
  ['/f', 'fleets/text-parts'],
  ['p/', 'fleets/text-parts'],
  ['a/b/c', 'fleets/text-parts'],
  [true, 'text/no-boolean'],
  [{ project: 'p' }, 'fleets/name-required'],
  [{ name: null, x: 1 }, 'null/refused /name', 'fleets/known-fields /x'],
])('%o breaks %s', (value, ...broken) => {
  expectRejected(readFleet, value, ...broken);
});

test('elsewhere only text is a short form', () => {
  expectRejected(fleetReader(PYDANTIC_2, readFleetText), 1, 'fleets/kind');
});
