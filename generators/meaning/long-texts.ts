import type { Pool } from '../choices/choose.ts';
import type { Source } from '../choices/source.ts';

/** Texts of 255, 256 and 1,000 characters, where programs keep a length in a byte or use a buffer of fixed size. */
export const LONG_TEXTS: Pool<string> = [
  'x'.repeat(255),
  'x'.repeat(256),
  'x'.repeat(1_000),
  words(255),
  words(1_000),
  '\u00e9'.repeat(255),
  '\u{1f600}'.repeat(255),
  '\u65e5'.repeat(256),
  '\\'.repeat(255),
  '"'.repeat(256),
  'a\n'.repeat(128),
  `${' '.repeat(128)}a${' '.repeat(127)}`,
];

/** Texts beyond 65,536 bytes. Only one document in a few thousand has one, because writing and reading them is slow. */
export const HUGE_TEXTS: Pool<string> = ['x'.repeat(70_000), words(70_000)];

/** Number of texts that differ only in their middle. */
const ALIKE = 1_000_000;

/**
 * Draws one of a million texts of 1,000 characters that differ only in six digits in the middle. A program that caches
 * answers by a text's length, beginning and end gives the answer to another text.
 */
export function drawAlikeText(source: Source): string {
  const middle = `${source.below(ALIKE)}`.padStart(6, '0');
  return `echo ${'x'.repeat(492)}${middle}${'x'.repeat(497)}`;
}

/** Returns a command of this many characters, with blanks in it and a letter at its end. */
function words(length: number): string {
  return `${'echo hello '.repeat(Math.ceil(length / 11)).slice(0, length - 1)}z`;
}
