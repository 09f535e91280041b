import { test } from 'vitest';
import { runNameReader } from './run-name.ts';
import { PYDANTIC_1 } from '../coercion/pydantic-1/pydantic-1.ts';
import { expectAccepted, expectRejected } from '../testing/expect.ts';

const readRunName = runNameReader(PYDANTIC_1);

test.each(['ab', 'a1', 'a-', 'my-run-1', `a${'b'.repeat(40)}`, 'ab\n'])('%j is a run name', (name) => {
  expectAccepted(readRunName, name, name);
});

test.each<[unknown]>([
  [''],
  ['a'],
  [`a${'b'.repeat(41)}`],
  ['1a'],
  ['-a'],
  ['aB'],
  ['Ab'],
  ['a_b'],
  ['a.b'],
  ['a b'],
  [' ab'],
  ['ab\n\n'],
  ['äb'],
  ['é'],
  [true],
  [12],
])('%o is none', (value) => {
  expectRejected(readRunName, value, 'name/format');
});

test('a list is no text, and so no run name', () => {
  expectRejected(readRunName, ['ab'], 'text/scalar-only');
});
