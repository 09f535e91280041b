import type { RunResult } from '../../certify/certify.ts';
import { EXIT_CODES, exitCodeOfGrade, gradeRun } from '../../judge/grade.ts';
import type { Tally } from '../../judge/tally.ts';

/**
 * Returns the exit code of a replay. It is about the cases that the earlier run asked, even if these are not all of the
 * suite. `isWorse` means that a case that passed in the earlier run fails now, which is never a success: the log is not
 * borne out. `tally` sums up the results.
 */
export function exitCodeOfReplay(result: RunResult, tally: Tally, isWorse: boolean): number {
  const isLogIncomplete = result.exitCode !== result.footer.exitCode;
  if (isLogIncomplete) return result.exitCode;
  const { faults } = result.footer;
  const { grade } = gradeRun({
    tally,
    faults,
    stopped: result.diagnosis,
    filter: undefined,
    missing: [],
  });
  const exitCode = exitCodeOfGrade(grade);
  return exitCode === 0 && isWorse ? EXIT_CODES.incomplete : exitCode;
}
