import type { Changes } from './changes.ts';

/** The result of one of the runs. */
export interface WatchedRun {
  readonly exitCode: number;
  /** The names of the cases that failed. */
  readonly failed: readonly string[];
  /** Whether there is to be no further run: the user ended this one, or the usage is wrong. */
  readonly isLast: boolean;
}

export interface Watching {
  /** Asks these cases, or all. */
  readonly certify: (cases: readonly string[] | undefined) => Promise<WatchedRun>;
  readonly changes: Pick<Changes, 'next'>;
  /** Ends the waiting for a change, also if it is aborted between a run and the waiting. A run handles signals itself. */
  readonly signal: AbortSignal;
  /** Tells the user what comes next. */
  readonly say: (message: string) => void;
}

/**
 * Asks all cases, and after each change first those that failed the last time, then all as soon as these pass. Ends when
 * the waiting or a run is ended, with the exit code of the last run.
 */
export async function watchAndCertify({ certify, changes, signal, say }: Watching): Promise<number> {
  let last = await certify(undefined);
  while (!last.isLast) {
    say(`${outlook(last.failed)} (Ctrl-C ends)`);
    if (!(await changes.next(signal))) break;
    last = await afterChange(last.failed, { certify, say });
  }
  return last.exitCode;
}

async function afterChange(
  failed: readonly string[],
  { certify, say }: Pick<Watching, 'certify' | 'say'>,
): Promise<WatchedRun> {
  if (failed.length > 0) {
    say(`changed: asking ${cases(failed.length)} that failed`);
    const narrow = await certify(failed);
    if (narrow.failed.length > 0 || narrow.isLast) return narrow;
    say('they pass: asking all cases');
  } else say('changed: asking all cases');
  return certify(undefined);
}

function outlook(failed: readonly string[]): string {
  return failed.length === 0
    ? 'waiting for a change, to ask all cases'
    : `waiting for a change, to ask the ${cases(failed.length)} that failed`;
}

function cases(count: number): string {
  return count === 1 ? '1 case' : `${count} cases`;
}
