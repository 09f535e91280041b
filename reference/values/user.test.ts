import { test } from 'vitest';
import { expectAccepted, expectRejected, type Broken } from '../testing/expect.ts';
import { userReader } from './user.ts';
import { PYDANTIC_1 } from '../coercion/pydantic-1/pydantic-1.ts';

const readUser = userReader(PYDANTIC_1);

test.each<[unknown, string]>([
  ['ubuntu', 'ubuntu'],
  ['ubuntu:docker', 'ubuntu:docker'],
  ['1000:1000', '1000:1000'],
  ['0', '0'],
  [0, '0'],
  [60050, '60050'],
  ['-0', '-0'],
  ['-a', '-a'],
  ['- 1', '- 1'],
  [' : ', ' : '],
  [true, 'True'],
])('%o is the user %j', (value, user) => {
  expectAccepted(readUser, value, user);
});

test.each<[unknown, ...Broken[]]>([
  ['', 'user/format'],
  [':', 'user/format'],
  ['ubuntu:', 'user/format'],
  [':docker', 'user/format'],
  ['a:b:c', 'user/format'],
  ['-1', 'user/non-negative'],
  [-1, 'user/non-negative'],
  ['1000:-1', 'user/non-negative'],
  [' -1 :a', 'user/non-negative'],
  ['-1:', 'user/format'],
  [[], 'text/scalar-only'],
  [{ uid: 0 }, 'text/scalar-only'],
])('%o breaks %s', (value, ...broken) => {
  expectRejected(readUser, value, ...broken);
});
