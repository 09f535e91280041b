import { errorText } from '../../error-text.ts';
import { EDITIONS, type Register } from '../../editions/register.ts';
import { EXIT_INTERRUPTED, EXIT_USAGE } from '../../judge/grade.ts';
import { isFailure } from '../../judge/outcome.ts';
import { complain } from '../terminal/complain.ts';
import { interruptSignal } from '../terminal/interrupt.ts';
import { changesOf, isWatched, type Changes } from './changes.ts';
import { certifyChosen, type CertifyFlags } from './run.ts';
import { watchAndCertify, type WatchedRun } from './watch.ts';

/** Certifies a program again whenever one of the paths changes, and returns the exit code of the last run. */
export async function runWatching(
  paths: readonly string[],
  command: readonly string[],
  flags: CertifyFlags,
  editions: Register = EDITIONS,
): Promise<number> {
  const { log } = flags;
  if (log !== undefined && isWatched(log, paths))
    return refuse(`--log ${log} is below a watched folder, so each run would start the next one`);
  let changes: Changes;
  try {
    changes = await changesOf(paths);
  } catch (error) {
    return refuse(`${paths.join(', ')} can't be watched: ${errorText(error)}`);
  }
  // It is held all the time, so that no signal ends the process between a run and the waiting.
  const interrupt = interruptSignal();
  const exitCode = await watchAndCertify({
    certify: (cases) => certifyOnce(cases, command, flags, editions),
    changes,
    signal: interrupt.signal,
    say: complain,
  });
  interrupt.release();
  changes.close();
  return exitCode;
}

async function certifyOnce(
  cases: readonly string[] | undefined,
  command: readonly string[],
  flags: CertifyFlags,
  editions: Register,
): Promise<WatchedRun> {
  const failed = new Set<string>();
  const chosen = cases === undefined ? flags : { ...flags, case: cases };
  const exitCode = await certifyChosen(command, chosen, editions, ({ test, outcome }) => {
    if (isFailure(outcome)) failed.add(test.id);
  });
  const isLast = exitCode === EXIT_INTERRUPTED || exitCode === EXIT_USAGE;
  return { exitCode, failed: [...failed], isLast };
}

function refuse(reason: string): number {
  complain(reason);
  return EXIT_USAGE;
}
