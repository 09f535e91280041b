import { describe, expect, test } from 'vitest';
import { indexSources, namesIn } from './source-index.ts';
import { SPEC } from './generated/editions/dstack-0.18.42/edition.ts';

const index = indexSources();

/** Returns the ids that no file of a kind names. */
function unnamed(kind: 'implements' | 'spells' | 'breaks', among = SPEC.requirements): string[] {
  return among.filter(({ id }) => index[id]?.[kind].length === 0).map(({ id }) => id);
}

describe('the files that name a requirement', () => {
  test('include a file of the reference for every requirement', () => {
    expect(unnamed('implements')).toEqual([]);
  });

  test('include a generator for every requirement', () => {
    expect(unnamed('spells').filter((id) => unnamed('breaks').includes(id))).toEqual([]);
  });

  test('include a mutation or near-miss for every requirement that rejects an example', () => {
    const rejecting = SPEC.requirements.filter(({ rejects = [] }) => rejects.length > 0);
    expect(unnamed('breaks', rejecting)).toEqual([]);
  });

  test('are sorted by what they do with it', () => {
    const { implements: implementing, spells, breaks } = index['ports/range'] ?? {};
    expect(index['ports/format']?.implements).toContain('reference/values/port.ts');
    expect(implementing).toContain('reference/editions/dstack-0.18.42/port.ts');
    expect(spells).not.toContain('generators/misspelling/port.ts');
    expect(breaks).toContain('generators/misspelling/port.ts');
    expect(index['ports/mapping']?.spells).toContain('generators/spelling/port.ts');
  });

  test('name an id in code or in a comment, while the path of an import is no id', () => {
    const text =
      "import x from '../yaml/tags.ts';\n/** ports/range: A port. */\nnote('null/absent', 'yaml/keys.ts');";
    expect([...namesIn(text)]).toEqual(['ports/range', 'null/absent']);
  });
});
