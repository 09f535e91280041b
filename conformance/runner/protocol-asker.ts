import type { TestCase } from '../case/case.ts';
import type { CaseResult } from '../judge/outcome.ts';
import { endMarked, startWatchdog, type Watchdog } from '../process/process-group.ts';
import type { Asker } from './asker.ts';
import { Lane } from './lane.ts';
import { Run, type RunnerSettings } from './run.ts';

/** Asks over the protocol in one process at a time, which is started again whenever it ends. */
export class ProtocolAsker implements Asker {
  readonly #run: Run;
  readonly #lane: Lane;
  readonly #watchdog: Watchdog;

  constructor(settings: RunnerSettings) {
    this.#watchdog = startWatchdog(settings.run);
    this.#run = new Run(settings, SILENT, this.#watchdog);
    this.#run.plan({ cases: [], maxRestarts: Infinity });
    this.#lane = new Lane(this.#run);
  }

  get stopped(): string | undefined {
    return this.#run.stopped;
  }

  async ask(test: TestCase, settleMs: number): Promise<CaseResult | undefined> {
    const single = await this.#lane.ask(test, settleMs);
    // A death may be a late effect of an earlier case, so the case is asked again. So may a hang, but waiting for it
    // twice would take too long.
    const isSure = single?.died !== true || single.fresh || single.result.outcome.kind === 'hang';
    const last = isSure ? single : await this.#lane.ask(test, settleMs);
    return last?.result;
  }

  /** Leaves no process running. */
  async close(): Promise<void> {
    await this.#lane.leave();
    await endMarked(this.#run.settings.run);
    this.#watchdog.dismiss();
  }
}

const SILENT = {
  started: () => ({ cases: [], maxRestarts: 0 }),
  result: () => undefined,
  fault: () => undefined,
  note: () => undefined,
};
