import { describe, expect, it } from 'vitest';
import { columnsOf, cutColumns, padColumns } from './columns.ts';

describe('columns of a terminal', () => {
  it.each([
    ['abc', 3],
    ['日本語', 6],
    ['e\u0301', 1],
    ['👩‍👩‍👧', 2],
    ['', 0],
  ])('are counted: %s', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });

  it('are filled with blanks', () => {
    expect(padColumns('日本', 6)).toBe('日本  ');
    expect(padColumns('日本語', 4)).toBe('日本語');
  });

  it.each([
    ['abcdef', 6, 'abcdef'],
    ['abcdefg', 6, 'abcde…'],
    ['日本語', 6, '日本語'],
    ['日本語ab', 6, '日本…'],
    ['a日本語', 5, 'a日…'],
    ['👩‍👩‍👧👩‍👩‍👧', 3, '👩‍👩‍👧…'],
  ])('limit %s to %d', (text, columns, cut) => {
    expect(cutColumns(text, columns)).toBe(cut);
    expect(columnsOf(cut)).toBeLessThanOrEqual(columns);
  });
});
