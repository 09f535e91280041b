import { gradeRun, type Gradable, type Graded } from '../judge/grade.ts';
import type { Failure } from './failure.ts';

/**
 * The grade as far as the cases of a run tell. A case that rests on observed behaviour too may fail because of
 * documented behaviour alone, which only its smallest document shows: that counts as a documented failure.
 */
export function gradeFuzz(
  run: Pick<Gradable, 'tally' | 'faults' | 'stopped'>,
  failures: readonly Failure[],
): Graded {
  const { documented, observed } = run.tally.failures;
  const shown = failures.filter(({ symptom }) => symptom.level === 'documented').length;
  const tally = { ...run.tally, failures: { documented: Math.max(documented, shown), observed } };
  return gradeRun({ ...run, tally, filter: undefined, missing: [] });
}
