import { test } from 'vitest';
import { PYDANTIC_2 } from '../coercion/pydantic-2/pydantic-2.ts';
import { expectAccepted, expectRejected, type Broken } from '../testing/expect.ts';
import { fileMappingReader } from './file-mapping.ts';

const readFile = fileMappingReader(PYDANTIC_2);

test.each<[unknown, string, string]>([
  ['', '', ''],
  [':', '', ''],
  ['a:', 'a', ''],
  [':b', '', 'b'],
  ['a: b', 'a', ' b'],
  ['C:\\a:/b', 'C:\\a', '/b'],
  ['c:/:d', 'c:/', 'd'],
  ['CC:\\a', 'CC', '\\a'],
  ['c:', 'c', ''],
  [{ local_path: 1, path: 'c:x' }, '1', 'c:x'],
])('%o copies %j to %j', (value, local_path, path) => {
  expectAccepted(readFile, value, { local_path, path });
});

test.each<[unknown, ...Broken[]]>([
  ['a:b:c', 'files/short-format'],
  ['C:a:b', 'files/short-format'],
  ['C:\\a:b:c', 'files/short-format'],
  ['C:\\a', 'files/unix-path'],
  ['a://h/s', 'files/unix-path'],
  [1, 'files/kind'],
  [[], 'files/kind'],
  [{ local_path: 'a' }, 'files/required-fields'],
  [
    { local_path: true, path: 'C:/x', x: 1 },
    'text/no-boolean /local_path',
    'files/unix-path /path',
    'files/known-fields /x',
  ],
])('%o breaks %s', (value, ...broken) => {
  expectRejected(readFile, value, ...broken);
});
