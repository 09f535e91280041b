import { expect, test } from 'vitest';
import { Cursor } from './cursor.ts';
import { isStale } from './possible-key.ts';

/** Returns whether a key that spans the whole text is stale when the cursor is at the colon behind it. */
function isStaleBehind(text: string): boolean {
  const cursor = new Cursor(`${text}: b`);
  while (cursor.at < text.length) if (cursor.takeBreak() === '') cursor.at += 1;
  return isStale({ index: 0, start: 0, line: 0, column: 0, required: false }, cursor);
}

test.each(['a', 'a'.repeat(1024), '😀'.repeat(1024)])('%.5s… may be a key', (text) => {
  expect(isStaleBehind(text)).toBe(false);
});

test.each(['a\nb', 'a'.repeat(1025), `${'😀'.repeat(1024)}a`, 'a'.repeat(2049)])(
  "%.5s… can't be a key: it is too long, or goes on over several lines",
  (text) => {
    expect(isStaleBehind(text)).toBe(true);
  },
);
