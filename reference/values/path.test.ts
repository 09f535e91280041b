import { expect, test } from 'vitest';
import { normalizePath } from './path.ts';

test.each([
  ['/a/b', '/a/b'],
  ['/a//b', '/a/b'],
  ['/a/./b', '/a/b'],
  ['/a/b/', '/a/b'],
  ['/a/b/.', '/a/b'],
  ['/', '/'],
  ['//', '//'],
  ['//a', '//a'],
  ['//a//b/', '//a/b'],
  ['///a', '/a'],
  ['////', '/'],
  ['/./a', '/a'],
  ['/.', '/'],
  ['.', ''],
  ['./', ''],
  ['./a', 'a'],
  ['a/.', 'a'],
  ['', ''],
  ['..', '..'],
  ['a/../b/', 'a/../b'],
  ['/..', '/..'],
  ['.a/b./c', '.a/b./c'],
  ['/a/.b/...', '/a/.b/...'],
  [' / ', ' / '],
  ['a\n/', 'a\n'],
])('the path %j is %j', (path, normal) => {
  expect(normalizePath(path)).toBe(normal);
  expect(normalizePath(normal)).toBe(normal);
});
