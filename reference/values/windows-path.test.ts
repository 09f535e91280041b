import { expect, test } from 'vitest';
import { beginsWithDrive, isAbsoluteOnWindows } from './windows-path.ts';

test.each([
  'C:\\',
  'c:/',
  'z:\\a/b',
  '\\\\host\\share',
  '//host/share/x',
  '//host/',
  '\\\\?\\C:\\x',
  '//?/UNC/host/share',
  '\\\\?\\UNC\\h\\s',
])('%s is absolute', (path) => {
  expect(isAbsoluteOnWindows(path)).toBe(true);
});

test.each([
  '',
  'a',
  '/',
  '/a',
  '\\a',
  'c:',
  'c:a',
  '1:/a',
  'CC:/a',
  '//host',
  '///h/s/x',
  '//h//s',
  '\\\\?\\C:x',
])('%s is not', (path) => {
  expect(isAbsoluteOnWindows(path)).toBe(false);
});

test('a drive is one letter', () => {
  expect(['C:/', 'c:\\'].every(beginsWithDrive)).toBe(true);
  expect(['C:', 'CC:/', '1:/', 'é:/', ':/'].some(beginsWithDrive)).toBe(false);
});
