import { describe, expect, test } from 'vitest';
import type { RequirementEntry } from './generated/requirement-file.ts';
import { REQUIREMENT_IDS } from './generated/requirement-ids.ts';
import { editionFolders, readEdition } from './sources.ts';
import { unionOf } from './union.ts';

function edition(id: string, ...requirements: RequirementEntry[]) {
  return { edition: { id, title: id }, files: [{ topic: 'run', about: 'The run.', requirements }] };
}

function entry(id: string, changes: Partial<RequirementEntry> = {}): RequirementEntry {
  return { id, level: 'documented', sentence: 'A sentence.', source: {}, accepts: [], ...changes };
}

describe('the requirements of all editions', () => {
  test('have each id once, in the order in which they are met', () => {
    const union = unionOf([
      edition('a', entry('nodes/number'), entry('nodes/default')),
      edition('b', entry('name/given'), entry('nodes/number')),
    ]);
    expect(union.map(({ id }) => id)).toEqual(['nodes/number', 'nodes/default', 'name/given']);
  });

  test('may have another level, source and examples in each edition', () => {
    const other = entry('nodes/number', { level: 'observed', source: { release: 'Seen.' } });
    expect(unionOf([edition('a', entry('nodes/number')), edition('b', other)])).toHaveLength(1);
  });

  test.each<[string, Partial<RequirementEntry>]>([
    ['another sentence', { sentence: 'Another sentence.' }],
    ['another attribute', { about: 'text' }],
  ])('can not have %s under the same id', (_, changes) => {
    const editions = [edition('a', entry('nodes/number')), edition('b', entry('nodes/number', changes))];
    expect(() => unionOf(editions)).toThrow('b: nodes/number means something else in another edition');
  });

  test('are the generated ids', () => {
    const ids = unionOf(editionFolders().map(readEdition)).map(({ id }) => id);
    expect([...REQUIREMENT_IDS]).toEqual(ids);
  });
});
