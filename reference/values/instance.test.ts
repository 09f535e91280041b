import { test } from 'vitest';
import { PYDANTIC_2 } from '../coercion/pydantic-2/pydantic-2.ts';
import { expectAccepted, expectRejected, type Broken } from '../testing/expect.ts';
import { instancesReader } from './instance.ts';

const readInstances = instancesReader(PYDANTIC_2);

test.each<[unknown, object]>([
  ['a/b', { name: 'a/b' }],
  [{ name: 1 }, { name: '1' }],
  [{ hostname: '10.0.0.1' }, { hostname: '10.0.0.1' }],
  [
    { instance: '1.0', fleet: 'p/f' },
    { fleet: { project: 'p', name: 'f' }, instance: 1 },
  ],
])('%o is %o', (value, instance) => {
  expectAccepted(readInstances, [value], [instance]);
});

test.each<[unknown, ...Broken[]]>([
  ['', 'instances/name-not-empty /0'],
  [1, 'instances/kind /0'],
  [{ name: '' }, 'instances/name-not-empty /0/name'],
  [{ name: 'a', hostname: 'b' }, 'instances/known-fields /0/hostname'],
  [{ hostname: 'b', instance: 1 }, 'instances/known-fields /0/instance'],
  [{ fleet: 'f' }, 'instances/required-fields /0'],
  [{ fleet: 1, instance: -1 }, 'fleets/kind /0/fleet', 'instances/number-range /0/instance'],
  [{}, 'instances/required-fields /0', 'instances/required-fields /0'],
])('%o breaks %s', (value, ...broken) => {
  expectRejected(readInstances, [value], ...broken);
});

test('there is at least one', () => {
  expectRejected(readInstances, [], 'instances/not-empty');
});
