import { describe, expect, test } from 'vitest';
import { staleQuotes, withFreshQuotes } from './quoted-sentences.ts';

const SHORT = 'A port is between 1 and 65536.';
const LONG =
  'A port is a number between 1 and 65536, both included, and whatever else is given in the place of a port is refused.';

function saying(sentence: string): ReadonlyMap<string, string> {
  return new Map([
    ['ports/range', sentence],
    ['ports/format', 'Any other text is refused.'],
  ]);
}

const TEXT = `/** ports/range: ${SHORT} */
function one() {
  // ports/range: ${SHORT}
  return 1;
}

/**
 * Reads a port.
 * ports/range: ${SHORT}
 * ports/format: Any other text is refused.
 * As everybody knows.
 */
`;

const LONG_TEXT = `/**
 * ports/range: A port is a number between 1 and 65536, both included, and whatever else is given in the place
 *   of a port is refused.
 */
function one() {
  // ports/range: A port is a number between 1 and 65536, both included, and whatever else is given in the
  //   place of a port is refused.
  return 1;
}

/**
 * Reads a port.
 * ports/range: A port is a number between 1 and 65536, both included, and whatever else is given in the place
 *   of a port is refused.
 * ports/format: Any other text is refused.
 * As everybody knows.
 */
`;

describe('comments that quote a requirement', () => {
  test('are fresh if they have its sentence, in one line or in several', () => {
    expect(staleQuotes(TEXT, saying(SHORT))).toEqual([]);
    expect(staleQuotes(LONG_TEXT, saying(LONG))).toEqual([]);
  });

  test('are stale if they have another sentence, and their line is reported', () => {
    expect(staleQuotes(TEXT, saying('No.'))).toEqual(
      [1, 3, 9].map((line) => ({ line, id: 'ports/range', sentence: 'No.' })),
    );
    expect(staleQuotes('// ports/range: A port is between 1', saying(SHORT))).toHaveLength(1);
    expect(staleQuotes(`// ports/range: ${SHORT} And more.`, saying(SHORT))).toHaveLength(1);
  });

  test('are stale if there is no such requirement, and are not changed', () => {
    const text = '/** ports/what: It is gone. */';
    expect(staleQuotes(text, saying(SHORT))).toEqual([{ line: 1, id: 'ports/what', sentence: undefined }]);
    expect(withFreshQuotes(text, saying(SHORT))).toBe(text);
  });

  test('are updated without other changes', () => {
    expect(withFreshQuotes(TEXT, saying(LONG))).toBe(LONG_TEXT);
    expect(withFreshQuotes(TEXT, saying(SHORT))).toBe(TEXT);
    const again = withFreshQuotes(LONG_TEXT, saying(SHORT));
    expect(staleQuotes(again, saying(SHORT))).toEqual([]);
    expect(again.split('\n').slice(3)).toEqual(['function one() {', ...TEXT.split('\n').slice(2)]);
  });

  test('do not include comments that only name a requirement', () => {
    expect(staleQuotes('// Refused (ports/range), see ports/format: nothing.', saying(SHORT))).toEqual([]);
    expect(staleQuotes("const place = { 'ports/range': 1 };", saying(SHORT))).toEqual([]);
  });
});
