import { describe, expect, it } from 'vitest';
import { exitCodeOfGrade, gradeRun, type Gradable } from './grade.ts';
import { emptyTally, type Tally } from './tally.ts';

function run(
  changes: Partial<Omit<Gradable, 'tally'>> = {},
  tally: (tally: Tally) => void = () => undefined,
): Gradable {
  const its = emptyTally();
  its.counts.pass = 10;
  tally(its);
  return { tally: its, faults: 0, stopped: undefined, filter: undefined, missing: [], ...changes };
}

describe('gradeRun', () => {
  it.each<[string, Gradable, string]>([
    ['all passed', run(), 'drop-in'],
    ['an observed failure', run({}, (t) => (t.failures.observed = 1)), 'conformant'],
    ['observed behaviour unsupported', run({}, (t) => (t.unsupported.observed = 1)), 'conformant'],
    ['a documented failure', run({}, (t) => (t.failures.documented = 1)), 'non-conformant'],
    ['a fault of the run', run({ faults: 1 }), 'non-conformant'],
    ['documented behaviour unsupported', run({}, (t) => (t.unsupported.documented = 1)), 'incomplete'],
    ['a requirement never exercised', run({ missing: ['nodes/default'] }), 'incomplete'],
    ['a filter', run({ filter: '--topic ports' }), 'incomplete'],
    ['no case', run({}, (t) => (t.counts.pass = 0)), 'incomplete'],
    ['a case not run', run({}, (t) => (t.counts['not-run'] = 1)), 'incomplete'],
    ['never started', run({ stopped: 'it could not be started' }), 'incomplete'],
    [
      'not run beats failures',
      run({ stopped: 'interrupted' }, (t) => (t.failures.documented = 1)),
      'incomplete',
    ],
    [
      'failures beat gaps',
      run({ filter: '--topic ports' }, (t) => (t.failures.documented = 1)),
      'non-conformant',
    ],
    [
      'gaps beat observed failures',
      run({ missing: ['nodes/default'] }, (t) => (t.failures.observed = 1)),
      'incomplete',
    ],
  ])('%s', (_name, gradable, grade) => {
    const graded = gradeRun(gradable);
    expect(graded.grade).toBe(grade);
    expect(graded.reasons.length > 0).toBe(grade !== 'drop-in');
  });
});

describe('the reasons', () => {
  it('say that more cases were not run than are listed, if the run did not come to the end of its corpus', () => {
    const notRun = run({ stopped: 'interrupted' }, (t) => (t.counts['not-run'] = 7));
    expect(gradeRun(notRun).reasons).toEqual(['interrupted', '7 cases not run']);
    expect(gradeRun({ ...notRun, isCut: true }).reasons).toEqual([
      'interrupted',
      '7 cases and further ones not run',
    ]);
  });
});

describe('the exit code of a grade', () => {
  it.each([
    ['drop-in', undefined, 0],
    ['conformant', undefined, 0],
    ['non-conformant', undefined, 1],
    ['incomplete', undefined, 3],
    ['drop-in', 'drop-in', 0],
    ['conformant', 'drop-in', 1],
    ['conformant', 'conformant', 0],
    ['non-conformant', 'drop-in', 1],
    ['incomplete', 'drop-in', 3],
  ] as const)('of %s, where %s is required, is %i', (grade, required, code) => {
    expect(exitCodeOfGrade(grade, required)).toBe(code);
  });
});
