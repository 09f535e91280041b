import { gradeRun, type Gradable, type Graded } from '../judge/grade.ts';
import type { Failure } from './failure.ts';

/**
 * Grades a run by its cases. A case that also rests on observed behaviour may fail because of documented behaviour
 * alone. Only its smallest document shows that, and it then counts as a documented failure.
 */
export function gradeFuzz(
  run: Pick<Gradable, 'tally' | 'faults' | 'stopped' | 'mayBeEmpty'>,
  failures: readonly Failure[],
): Graded {
  const { documented, observed } = run.tally.failures;
  const shown = failures.filter(({ symptom }) => symptom.level === 'documented').length;
  const tally = { ...run.tally, failures: { documented: Math.max(documented, shown), observed } };
  return gradeRun({ ...run, tally, filter: undefined, missing: [] });
}
