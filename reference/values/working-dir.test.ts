import { test } from 'vitest';
import { Binary } from '../document/foreign.ts';
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
  ['a\u0001b', 'a\u0001b'],
  ['\u{1f600}', '\u{1f600}'],
  ['a\udc80', 'a\udc80'],
  ['\udcff/b', '\udcff/b'],
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
  ['\0', 'working_dir/characters'],
  ['a/b\0/./c', 'working_dir/characters'],
  [new Binary('a\0b'), 'working_dir/characters'],
  ['\ud800', 'working_dir/characters'],
  ['a/\udbff', 'working_dir/characters'],
  ['\udc00', 'working_dir/characters'],
  ['\udc7fa', 'working_dir/characters'],
  ['\udd00', 'working_dir/characters'],
  ['\udfff', 'working_dir/characters'],
  ['/\0', 'working_dir/relative'],
  [[], 'text/scalar-only'],
  [{}, 'text/scalar-only'],
])('%o breaks %s', (value, ...broken) => {
  expectRejected(readWorkingDir, value, ...broken);
});
