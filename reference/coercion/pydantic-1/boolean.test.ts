import { test } from 'vitest';
import { readBoolean } from './boolean.ts';
import { Float } from '../../document/float.ts';
import { Binary } from '../../document/foreign.ts';
import { expectAccepted, expectRejected } from '../../testing/expect.ts';

test.each<[unknown]>([
  [true],
  ['true'],
  ['Yes'],
  ['ON'],
  ['t'],
  ['Y'],
  ['1'],
  [1],
  [new Float(1)],
  [new Binary('on')],
])('%o is true', (value) => {
  expectAccepted(readBoolean, value, true);
});

test.each<[unknown]>([
  [false],
  ['false'],
  ['nO'],
  ['off'],
  ['F'],
  ['n'],
  ['0'],
  [0],
  [-0],
  [new Float(0)],
  [new Float(-0)],
])('%o is false', (value) => {
  expectAccepted(readBoolean, value, false);
});

test.each<[unknown]>([
  [2],
  [-1],
  [0.5],
  [NaN],
  [new Float(2)],
  [''],
  [' true'],
  ['1.0'],
  ['enabled'],
  ['ye'],
  ['ſ'],
  ['toString'],
  [[]],
  [{}],
  [undefined],
])('refuses %o', (value) => {
  expectRejected(readBoolean, value, 'boolean/other');
});

test('refuses null', () => {
  expectRejected(readBoolean, null, 'null/refused');
});
