import { expect, test } from 'vitest';
import { Cursor, isBlank, isLineEnd } from './cursor.ts';

test.each([
  ['\n', '\n'],
  ['\r', '\n'],
  ['\r\n', '\n'],
  ['\x85', '\n'],
  ['\u2028', '\u2028'],
  ['\u2029', '\u2029'],
])('the break %j is read as %j, and starts a line', (text, read) => {
  const cursor = new Cursor(`a${text}b`);
  cursor.at = 1;
  expect(cursor.takeBreak()).toBe(read);
  expect([cursor.line, cursor.column, cursor.peek()]).toEqual([1, 0, 'b']);
});

test.each(['', 'a', ' ', '\t', '\v'])('%j is not a line break', (text) => {
  const cursor = new Cursor(text);
  expect(cursor.takeBreak()).toBe('');
  expect([cursor.at, cursor.line]).toEqual([0, 0]);
});

test.each(['---', '...', '--- a', '...\n', '---\t', '---\u2028'])('%j is a marker', (text) => {
  expect(new Cursor(text).isAtMarker).toBe(true);
});

test.each(['--', '----', '---a', '...#', ' ---'])('%j is not a marker', (text) => {
  expect(new Cursor(text).isAtMarker).toBe(false);
});

test('the end of the text is a blank and ends a line', () => {
  const cursor = new Cursor('a');
  cursor.at = 1;
  expect([cursor.isAtEnd, cursor.peek(), isBlank(cursor.peek()), isLineEnd(cursor.peek())]).toEqual([
    true,
    '',
    true,
    true,
  ]);
});

test('match reads the text that a pattern matches, or nothing', () => {
  const cursor = new Cursor('aab');
  expect(cursor.take(/a+/y)).toBe('aa');
  expect(cursor.take(/a+/y)).toBe('');
  expect(cursor.match(/(b)/y)?.[1]).toBe('b');
  expect(cursor.isAtEnd).toBe(true);
});
