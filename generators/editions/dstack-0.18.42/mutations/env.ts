import { oneOf, shuffled, type Pool } from '../../../choices/choose.ts';
import { knownText, list, mapping, text, type Node } from '../../../document/node.ts';
import { badField, nodesOf } from './field.ts';
import type { Mutation } from './mutation.ts';

const ENV = knownText('env');

const NO_VALUES: Pool<Node> = nodesOf([
  null,
  [1],
  [],
  {},
  { b: 'c' },
  ['a', 'b'],
  { key: null },
  { key: ['A'] },
  { Key: 'A' },
  { key: 'A', value: '1' },
  [null],
]);

/** Pairs of items with the same name, which may come in either order. */
const TWICE: Pool<readonly [string, string]> = [
  ['=1', '=2'],
  ['=1', '=1'],
  ['', ''],
  ['=1', ''],
  ['', '='],
  ['=', '=='],
  ['=1', '=1 '],
];

export const ENV_MUTATIONS: readonly Mutation[] = [
  // env/value: In the mapping, every variable has a value.
  {
    kind: 'fields',
    requirement: 'env/value',
    claims: ['env'],
    image: 'any',
    write: (entries, pen) => {
      const bad = oneOf(pen.source, NO_VALUES);
      const name = oneOf(pen.source, ['A', 'PATH', 'my-var']);
      if (pen.source.below(2) === 0) entries.add(ENV, mapping([text(name)], [bad]));
      else entries.add(ENV, mapping([text('B'), text(name)], [text('1'), bad]));
      return `/env/${name}`;
    },
  },
  // env/unique: In the list, a name stands once.
  {
    kind: 'fields',
    requirement: 'env/unique',
    claims: ['env'],
    image: 'any',
    write: (entries, pen) => {
      const name = oneOf(pen.source, ['A', 'PATH', 'my-var', '']);
      const variables = oneOf(pen.source, TWICE).map((rest) => text(name + rest));
      const others = pen.source.below(2) === 0 ? [] : [text('B=1')];
      entries.add(ENV, list(shuffled(pen.source, [...variables, ...others])));
      return '/env';
    },
  },
  // env/mapping-or-list: Nothing else is accepted as `env`.
  badField('env/mapping-or-list', 'env', ['abc', 'A=1', 5, true, 1.5, 'A', false, 0, 'A=1\nB=2', 'A: 1']),
];
