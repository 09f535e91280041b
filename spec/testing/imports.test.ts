import { describe, expect, test } from 'vitest';
import { graphOfFolders, onCircles } from './imports.ts';

describe('import circles', () => {
  test('a file that imports itself through two others is on a circle with them', () => {
    const graph = new Map([
      ['a.ts', ['b.ts', 'd.ts']],
      ['b.ts', ['c.ts']],
      ['c.ts', ['a.ts']],
      ['d.ts', []],
      ['e.ts', ['a.ts']],
    ]);
    expect(onCircles(graph)).toEqual(['a.ts', 'b.ts', 'c.ts']);
  });

  test('two ways to the same file are no circle', () => {
    const graph = new Map([
      ['a.ts', ['b.ts', 'c.ts']],
      ['b.ts', ['c.ts']],
      ['c.ts', ['elsewhere.ts']],
    ]);
    expect(onCircles(graph)).toEqual([]);
  });

  test('folders can form a circle even if their files do not', () => {
    const modules = [
      { path: 'a/one.ts', text: '', imports: ['b/one.ts', 'a/two.ts'] },
      { path: 'b/two.ts', text: '', imports: ['a/two.ts'] },
    ];
    expect(onCircles(graphOfFolders(modules))).toEqual(['a', 'b']);
  });
});
