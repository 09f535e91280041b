import { describe, expect, it } from 'vitest';
import { count, emptyTally } from '../judge/tally.ts';
import { caseAbout, failureOf, wrongValues } from '../testing/some-failure.ts';
import { gradeFuzz } from './fuzz-grade.ts';

const RESULT = wrongValues(caseAbout(['nodes/number']), ['/nodes']);
const FAILURE = failureOf(RESULT);
const OBSERVED = { ...FAILURE, symptom: { ...FAILURE.symptom, level: 'observed' } } as const;

/** Grades a run in which one case failed, on observed behaviour as far as that case shows. */
function grade(failures: Parameters<typeof gradeFuzz>[1], stopped?: string) {
  const tally = emptyTally();
  count(tally, RESULT);
  tally.failures.documented = 0;
  tally.failures.observed = 1;
  return gradeFuzz({ tally, faults: 0, stopped }, failures);
}

describe('the grade of a fuzz run', () => {
  it('is conformant if all failures are about observed behaviour', () => {
    expect(grade([OBSERVED]).grade).toBe('conformant');
  });

  it('is non-conformant if a shrunk document shows a documented failure', () => {
    expect(grade([OBSERVED, FAILURE])).toMatchObject({
      grade: 'non-conformant',
      reasons: ['1 case failed on documented behaviour'],
    });
  });

  it('is incomplete if the run was stopped, whatever failed', () => {
    expect(grade([FAILURE], 'interrupted').grade).toBe('incomplete');
  });
});
