import { describe, expect, it } from 'vitest';
import { caseAbout } from '../testing/case-about.ts';
import { Coverage } from './coverage.ts';

describe('Coverage', () => {
  const wanted = ['nodes/default', 'name/given', 'yaml/tags', 'type/task'] as const;
  const coverage = new Coverage(['json']);
  coverage.add(caseAbout('json', 'nodes/default'));
  coverage.add(caseAbout('json', 'name/given'));
  coverage.add(caseAbout('yaml', 'yaml/tags', 'nodes/default'));

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
