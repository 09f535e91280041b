import { oneOf, shuffled, type Pool } from '../../../choices/choose.ts';
import type { Pen } from '../../../choices/pen.ts';
import { knownText, list, mapping, text, type Node } from '../../../document/node.ts';
import { badField, badItem, nodesOf } from './field.ts';
import type { Mutation } from './mutation.ts';

const ENV = knownText('env');

const NO_VALUES: Pool<Node> = nodesOf([null, [1], [], {}, { b: 'c' }, ['a', 'b'], { Key: 'A' }, [null]]);

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
      const name = oneOf(pen.source, ['A', 'PATH', '_', 'a1']);
      const variables = oneOf(pen.source, TWICE).map((rest) => text(name + rest));
      const others = pen.source.below(2) === 0 ? [] : [text('B=1')];
      entries.add(ENV, list(shuffled(pen.source, [...variables, ...others])));
      return '/env';
    },
  },
  // env/mapping-or-list: Nothing else is accepted as `env`.
  // env/list-name: In the list, a name consists of letters, digits and underscores, and does not begin with a digit.
  badItem(
    'env/list-name',
    'env',
    [
      '1A=x',
      'A.B=x',
      'A =x',
      '',
      ' A=x',
      'A-B',
      '=x',
      1,
      'é=x',
      'A B=1',
      '$A=1',
      'A\t=1',
      1.5,
      'export A=1',
      '1',
    ],
    goodVariable,
  ),
  // env/list-line: In the list, an item has no line break.
  badItem(
    'env/list-line',
    'env',
    ['A=1\n2', 'A=1\n', 'A\n', '\nA=1', 'A=\n', 'A\n=1', 'A=1\r\n'],
    goodVariable,
  ),
  // text/no-boolean: A boolean is refused where text is expected.
  badField('text/no-boolean', 'env', [{ DEBUG: true }, { DEBUG: false }, { A: '1', DEBUG: true }], {
    within: '/DEBUG',
  }),
  // groups/reference-in-env: In `env`, no value refers to `groups`.
  badField('groups/reference-in-env', 'env', [
    { A: '${{ groups[0].nodes[0].IP_ADDRESS }}' },
    ['A=${{ groups }}'],
    { A: 'x${{groups.a}}y' },
    { B: '1', A: '${{ groups[9] }}' },
    ['MASTER=${{groups[0].nodes[0].IP_ADDRESS}}:29500'],
  ]),
  badField('env/mapping-or-list', 'env', ['abc', 'A=1', 5, true, 1.5, 'A', false, 0, 'A=1\nB=2', 'A: 1']),
];

/** A variable whose name no bad one has. */
function goodVariable(pen: Pen): Node {
  return text(`GOOD_${pen.source.below(1_000_000)}=1`);
}
