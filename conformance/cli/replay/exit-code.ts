import type { RunResult } from '../../certify/certify.ts';
import { EXIT_CODES, exitCodeOfGrade, gradeRun } from '../../judge/grade.ts';
import { count, emptyTally } from '../../judge/tally.ts';
import { isWorse, type Change } from './changes.ts';

/**
 * Returns the exit code of a replay. It is about the cases that the earlier run asked, even if these are not all of the
 * suite. A case that passed in the earlier run and fails now is never a success: the log is not borne out.
 */
export function exitCodeOfReplay(result: RunResult, changes: readonly Change[]): number {
  const isLogIncomplete = result.exitCode !== result.footer.exitCode;
  if (isLogIncomplete) return result.exitCode;
  const tally = emptyTally();
  for (const each of result.results) count(tally, each);
  const { faults } = result.footer;
  const { grade } = gradeRun({
    tally,
    faults,
    stopped: result.diagnosis,
    filter: undefined,
    missing: [],
  });
  const exitCode = exitCodeOfGrade(grade);
  return exitCode === 0 && changes.some(isWorse) ? EXIT_CODES.incomplete : exitCode;
}
