import { test } from 'vitest';
import { expectAccepted, expectRejected, type Broken } from '../testing/expect.ts';
import { workingDirReader } from './working-dir.ts';
import { PYDANTIC_1 } from '../coercion/pydantic-1/pydantic-1.ts';

const readWorkingDir = workingDirReader(PYDANTIC_1);

test.each<[unknown, string]>([
  ['.', '.'],
  ['', '.'],
  ['./', '.'],
  ['a/b', 'a/b'],
  ['./a//b/./', 'a/b'],
  ['a/..', 'a/..'],
  ['a/../b', 'a/../b'],
  ['a/b/../..', 'a/b/../..'],
  ['..a', '..a'],
  ['...', '...'],
  ['~', '~'],
  [' ', ' '],
  [1, '1'],
  [true, 'True'],
])('%o is the working directory %j', (value, directory) => {
  expectAccepted(readWorkingDir, value, directory);
});

test.each<[unknown, ...Broken[]]>([
  ['/', 'working_dir/relative'],
  ['/workflow', 'working_dir/relative'],
  ['//a', 'working_dir/relative'],
  ['/..', 'working_dir/relative'],
  ['..', 'working_dir/inside'],
  ['../a', 'working_dir/inside'],
  ['./..', 'working_dir/inside'],
  ['a/../..', 'working_dir/inside'],
  ['a/../../a', 'working_dir/inside'],
  [[], 'text/scalar-only'],
  [{}, 'text/scalar-only'],
])('%o breaks %s', (value, ...broken) => {
  expectRejected(readWorkingDir, value, ...broken);
});
