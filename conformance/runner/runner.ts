import { endMarked, startWatchdog } from '../process/process-group.ts';
import type { Introduction } from '../protocol/handshake.ts';
import { Run, type RunnerEvents, type RunnerSettings } from './run.ts';
import { Worker } from './worker.ts';

/** The end of a run. */
export interface RunEnd {
  /** Absent if the program never introduced itself. */
  readonly introduction?: Introduction;
  /** The reason why not all cases were asked. */
  readonly stopped?: string;
  /** The end of standard error, if the program could not be started. */
  readonly stderr?: string;
  readonly restarts: number;
  /** The editions that it answers for, if it does not answer for the one that it was asked for. */
  readonly editions?: readonly string[];
}

/**
 * Asks all cases over the protocol, through `jobs` processes side by side, however these behave. Results come in any
 * order, at most one per case. A case without a result was not run. No process is left running.
 */
export async function runCases(settings: RunnerSettings, events: RunnerEvents): Promise<RunEnd> {
  const watchdog = startWatchdog(settings.run);
  try {
    return await converse(new Run(settings, events, watchdog));
  } finally {
    // Each process was swept for when it ended. This finds processes that were started during such a sweep.
    await endMarked(settings.run);
    watchdog.dismiss();
  }
}

async function converse(run: Run): Promise<RunEnd> {
  const opened = await run.open();
  if (opened.kind === 'failed') {
    const { diagnosis, stderr, editions } = opened;
    return { stopped: diagnosis, stderr, restarts: 0, ...(editions === undefined ? {} : { editions }) };
  }
  const { introduction } = opened.session;
  run.plan(run.events.started(introduction));
  const workers = [new Worker(run, opened.session)];
  while (workers.length < run.settings.jobs) workers.push(new Worker(run));
  await Promise.all(workers.map((worker) => worker.work()));
  return {
    introduction,
    restarts: run.restarts,
    ...(run.stopped === undefined ? {} : { stopped: run.stopped }),
  };
}
