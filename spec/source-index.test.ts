import { describe, expect, test } from 'vitest';
import { requirements } from './catalogue.ts';
import { indexSources, namesIn } from './source-index.ts';

const index = indexSources();

/** Ids that no file of a kind names. */
function unnamed(kind: 'implements' | 'spells' | 'breaks', among = requirements()): string[] {
  return among.filter(({ id }) => index[id]?.[kind].length === 0).map(({ id }) => id);
}

describe('the files that name a requirement', () => {
  test('the reference names every requirement', () => {
    expect(unnamed('implements')).toEqual([]);
  });

  test('the generators name every requirement', () => {
    expect(unnamed('spells').filter((id) => unnamed('breaks').includes(id))).toEqual([]);
  });

  test('mutations and near-misses name every requirement that rejects an example', () => {
    const rejecting = requirements().filter(({ rejects = [] }) => rejects.length > 0);
    expect(unnamed('breaks', rejecting)).toEqual([]);
  });

  test('are sorted by what they do with it', () => {
    const { implements: implementing, spells, breaks } = index['ports/range'] ?? {};
    expect(implementing).toContain('reference/values/port.ts');
    expect(spells).not.toContain('generators/misspelling/port.ts');
    expect(breaks).toContain('generators/misspelling/port.ts');
    expect(index['ports/mapping']?.spells).toContain('generators/spelling/port.ts');
  });

  test('name an id in code or in a comment; a path of an import is no id', () => {
    const text =
      "import x from '../yaml/tags.ts';\n/** ports/range: A port. */\nnote('null/absent', 'yaml/keys.ts');";
    expect([...namesIn(text)]).toEqual(['ports/range', 'null/absent']);
  });
});
