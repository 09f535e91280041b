import { GENERATED_CASES } from '../spec/full-run.ts';
import type { FooterLine, HeaderLine, LogGrade, LogOutcome } from '../spec/generated/event-log.ts';

/** The result of a run, also of one that was killed. */
export interface Verdict {
  readonly grade: LogGrade;
  /** The reasons why the grade is not the next better one. */
  readonly reasons: readonly string[];
  readonly exitCode: number;
}

/** What is wrong with a log, as far as the suite found out when it judged the answers again. */
export interface Integrity {
  /** The number of differences from what the suite writes. */
  readonly count: number;
  /** The first differences, one sentence each. */
  readonly kept: readonly string[];
}

/**
 * A reason why a grade must not be shown on its own. `no-end`: the run was killed, or the log was cut. `unsound`: the
 * log is not what the suite writes. `shard`: only one of several parts of the run was asked. `filtered`: only some cases
 * were asked for. `interrupted`: somebody stopped the run. `cut`: the run ended before the last case, for example at a deadline. `shortened`: fewer cases were generated
 * than a full run has.
 */
export type Withheld = 'no-end' | 'unsound' | 'shard' | 'filtered' | 'interrupted' | 'cut' | 'shortened';

export const WHY_WITHHELD: Readonly<Record<Withheld, string>> = {
  'no-end': 'the run has no end',
  unsound: 'the log is not sound',
  shard: 'only one shard was asked',
  filtered: 'only some cases were asked',
  interrupted: 'the run was interrupted',
  cut: 'the run ended early',
  shortened: 'too few cases were asked',
};

/** The parts of a summary that decide about its grade. */
export interface GradedRun {
  readonly header: HeaderLine | undefined;
  readonly footer: FooterLine | undefined;
  readonly counts: Readonly<Record<LogOutcome, number>>;
  readonly integrity: Integrity | undefined;
}

/** The exit code of a log that has no end. */
const INCOMPLETE = 3;

/** Returns the grade as the end of the log says it. A log without an end is incomplete. */
export function verdictOf({ footer, counts }: GradedRun): Verdict {
  if (footer !== undefined) {
    const { grade, reasons, exitCode } = footer;
    return { grade, reasons, exitCode };
  }
  const cases = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return {
    grade: 'incomplete',
    reasons: [`the log has no end: the run was killed after ${cases} cases`],
    exitCode: INCOMPLETE,
  };
}

/** Returns the first reason to withhold the grade; undefined for a full run. */
export function withheldOf({ header, footer, integrity }: GradedRun): Withheld | undefined {
  if (header === undefined || footer === undefined) return 'no-end';
  if ((integrity?.count ?? 0) > 0) return 'unsound';
  if (footer.interrupted) return 'interrupted';
  if (header.shard !== undefined) return 'shard';
  if (header.filter !== null) return 'filtered';
  if (!footer.corpus.whole) return 'cut';
  // A run of saved finds alone has no generated cases.
  return (header.corpus.generated ?? 0) < GENERATED_CASES ? 'shortened' : undefined;
}
