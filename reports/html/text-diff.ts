import { diffLines } from 'diff';

/** A line of a comparison. `fold` stands for equal lines that are left out. */
export interface DiffLine {
  readonly kind: 'same' | 'minus' | 'plus' | 'fold';
  readonly text: string;
}

/** This many equal lines stay at either side of a difference. */
const AROUND = 2;

/** Compares two texts line by line, and folds what is equal. Line ends don't count. */
export function foldedDiff(expected: string, received: string): DiffLine[] {
  const changes = diffLines(`${expected}\n`, `${received}\n`);
  return changes.flatMap(({ added, removed, value }, index) => {
    const lines = value.replace(/\n$/, '').split('\n');
    if (added) return lines.map((text) => ({ kind: 'plus', text }) as const);
    if (removed) return lines.map((text) => ({ kind: 'minus', text }) as const);
    return fold(lines, index === 0 ? 0 : AROUND, index === changes.length - 1 ? 0 : AROUND);
  });
}

/** Keeps the first and the last of equal lines. Leaving out a single line would save nothing. */
function fold(lines: readonly string[], first: number, last: number): DiffLine[] {
  const left = lines.length - first - last;
  const all = lines.map((text): DiffLine => ({ kind: 'same', text }));
  if (left <= 1) return all;
  return [
    ...all.slice(0, first),
    { kind: 'fold', text: `… ${left} equal lines …` },
    ...all.slice(lines.length - last),
  ];
}
