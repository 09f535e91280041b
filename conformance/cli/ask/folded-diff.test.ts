import { describe, expect, it } from 'vitest';
import { NO_COLORS } from '../../../reports/colors.ts';
import { foldedDiff } from './folded-diff.ts';

const EXPECTED = 'a: 1\nb:\n  c: 2\n  d:\n    e: 3\n    f: 4\ng: 5\nh: 6\n';

function diffOf(received: string): string[] {
  return foldedDiff(EXPECTED, received, NO_COLORS);
}

describe('a folded difference', () => {
  it('shows changed lines, and the keys around them', () => {
    expect(diffOf(EXPECTED.replace('f: 4', 'f: 5'))).toEqual([
      '  ⋮ 1 equal line',
      '  b:',
      '  ⋮ 1 equal line',
      '    d:',
      '  ⋮ 1 equal line',
      '-     f: 4',
      '+     f: 5',
      '  ⋮ 2 equal lines',
    ]);
  });

  it('shows missing and surplus lines', () => {
    expect(diffOf(EXPECTED.replace('a: 1\n', '').replace('h: 6', 'h: 6\ni: 7'))).toEqual([
      '- a: 1',
      '  ⋮ 7 equal lines',
      '+ i: 7',
    ]);
  });

  it('folds everything where nothing differs', () => {
    expect(diffOf(EXPECTED)).toEqual(['  ⋮ 8 equal lines']);
  });

  it('shows what a terminal might act on as escapes', () => {
    expect(diffOf(`${EXPECTED}x: \u001b[31m\n`).at(-1)).toBe('+ x: \\u001b[31m');
  });
});
