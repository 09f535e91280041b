import { describe, expect, it } from 'vitest';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { TestCase } from '../case/case.ts';
import { EDITION } from '../testing/edition.ts';
import { Coverage } from './coverage.ts';

function caseOf(kind: 'json' | 'yaml', ...requirements: RequirementId[]): TestCase {
  return {
    id: 'x',
    edition: EDITION,
    input: { kind, text: '' },
    expected: { kind: 'rejected', violations: [] },
    requirements,
  };
}

describe('Coverage', () => {
  const wanted = ['nodes/default', 'name/given', 'yaml/tags', 'type/task'] as const;
  const coverage = new Coverage(['json']);
  coverage.add(caseOf('json', 'nodes/default'));
  coverage.add(caseOf('json', 'name/given'));
  coverage.add(caseOf('yaml', 'yaml/tags', 'nodes/default'));

  it('separates missed requirements from those of another kind of input and those that no case exercises', () => {
    expect(coverage.gaps(wanted, new Set(['nodes/default']), true)).toEqual({
      missing: ['name/given'],
      notApplicable: ['yaml/tags'],
      unknown: ['type/task'],
    });
  });

  it('counts all as missed if the corpus was not gone through', () => {
    expect(coverage.gaps(wanted, new Set(['nodes/default']), false)).toEqual({
      missing: ['name/given', 'yaml/tags', 'type/task'],
      notApplicable: [],
      unknown: [],
    });
  });
});
