import type { TestCase } from '../case/case.ts';
import { confirmed } from './confirm.ts';
import type { Ending } from '../process/ending.ts';
import type { Fault } from '../protocol/fault.ts';
import { Lane, resultOfAnswer, resultOfFault, type Single } from './lane.ts';
import {
  describeOutcome,
  isFailure,
  isSameOutcome,
  type CaseResult,
  type Outcome,
} from '../judge/outcome.ts';
import { runPipeline } from './pipeline.ts';
import type { Run } from './run.ts';
import { SecondAnswers } from './second-answers.ts';
import type { Session } from './session.ts';
import { idsOf, unexplained } from './unexplained.ts';
import { outcomeOfEnding } from '../judge/ending-outcome.ts';

/** Failures are re-asked in batches of this size. Smaller batches lose less when the run is killed. */
const REPEAT_BATCH = 64;
/** After a suspicious answer, output that follows it is awaited for this many milliseconds. */
const SETTLE_MS = 10;
/** After a suspicious answer, an exit is awaited for this many milliseconds, because an exit takes longer. */
const EXIT_SETTLE_MS = 300;
/** After this many faults that no case reproduces, further faults are only reported. */
const MAX_INVESTIGATIONS = 20;
/** At most this many cases get a fresh process, only to see whether they break the protocol there too. */
const MAX_FRESH_CHECKS = 10;

/**
 * Asks cases through one process at a time, and investigates a failure before it reports it:
 * - a case that fails is asked once more on its own;
 * - when the process dies or falls silent, the cases in flight are asked one by one, the oldest first, and a death
 *   counts against a case only if a fresh process that was asked nothing else dies too;
 * - the cases in flight are also asked one by one when a line comes that answers nothing, such as a debug print.
 */
export class Worker {
  readonly #run: Run;
  readonly #lane: Lane;
  /** Cases that were in flight beside a culprit. They are asked again as if nothing had happened. */
  readonly #again: TestCase[] = [];
  readonly #repeats: CaseResult[] = [];
  readonly #repeatBatch: number;
  /** The last result, which is not yet reported because later output may spoil it. */
  #held: CaseResult | undefined;
  /** The case that was asked last, if its failure is already reported. It may have spoilt the process. */
  #blamed: TestCase | undefined;
  readonly #secondAnswers = new SecondAnswers();
  #freshChecks = 0;

  constructor(run: Run, session?: Session) {
    this.#run = run;
    this.#repeatBatch = run.settings.repeatBatch ?? REPEAT_BATCH;
    this.#lane = new Lane(run, session);
  }

  async work(): Promise<void> {
    while (this.#run.stopped === undefined) {
      const isLast = this.#again.length === 0 && !(await this.#run.hasMore());
      if (isLast && this.#repeats.length === 0) break;
      if (isLast || this.#repeats.length >= this.#repeatBatch) await this.#repeatAll();
      else await this.#pipeline();
    }
    this.#flush();
    // A failure that could not be asked again is reported with its first result.
    for (const first of this.#repeats) this.#report(first);
    for (const fault of this.#secondAnswers.unexplained()) this.#run.events.fault(fault);
    await this.#lane.leave();
  }

  async #pipeline(): Promise<void> {
    const session = await this.#lane.ready();
    if (session === undefined) return;
    const stop = await runPipeline(session, this.#run.settings, {
      next: () => this.#next(),
      answered: (test, answer, ms) => {
        this.#take(resultOfAnswer(test, answer, ms));
      },
      faulty: (test, fault, ms) => {
        this.#take(resultOfFault(test, fault, ms));
      },
      repeated: (test, fault) => {
        this.#spoil(test, fault);
      },
    });
    switch (stop.kind) {
      case 'dry':
        this.#flush();
        break;
      case 'fault':
        await this.#isolateFault(stop.faults, stop.suspects);
        break;
      case 'ended':
        await this.#isolateEnd(stop.ending, stop.suspects);
    }
  }

  #next(): TestCase | undefined {
    if (this.#run.stopped !== undefined || this.#repeats.length >= this.#repeatBatch) return undefined;
    return this.#again.shift() ?? this.#run.next();
  }

  #take(result: CaseResult): void {
    this.#flush();
    this.#held = result;
    this.#blamed = undefined;
  }

  #flush(): void {
    const held = this.#held;
    this.#held = undefined;
    if (held === undefined) return;
    if (isFailure(held.outcome) && this.#run.settings.isFamiliar?.(held) === true) this.#report(held);
    else this.#admit(held);
  }

  /** Handles a second answer. If the first one is already reported, the fault counts against the run. */
  #spoil(test: TestCase, fault: Fault): void {
    const at = this.#repeats.findIndex((each) => each.test === test);
    const first = this.#held?.test === test ? this.#held : this.#repeats[at];
    if (first === undefined) {
      this.#secondAnswers.add(test, fault);
      return;
    }
    // The first fault of a case stands.
    if (first.outcome.kind === 'protocol-error') return;
    const spoilt = resultOfFault(test, fault, first.durationMs);
    if (first === this.#held) this.#held = spoilt;
    else this.#repeats[at] = spoilt;
  }

  /** Asks failed cases once more, each alone. */
  async #repeatAll(): Promise<void> {
    for (let first = this.#repeats[0]; first !== undefined; first = this.#repeats[0]) {
      const settleMs = first.outcome.kind === 'protocol-error' ? SETTLE_MS : 0;
      const second = await this.#askConfirmingDeath(first.test, settleMs);
      if (second === undefined) return;
      this.#repeats.shift();
      this.#blamed = first.test;
      const { outcome } = first;
      const isRepeated = outcome.kind === 'protocol-error' && outcome.fault.kind === 'repeated-id';
      if (isRepeated && !isSameOutcome(outcome, second.result.outcome)) {
        // The case gives one answer alone, so one of the two was meant for another question.
        this.#secondAnswers.add(first.test, outcome.fault);
        this.#admit(second.result);
      } else this.#report(confirmed(first, second.result));
    }
  }

  /** Finds the case that causes a line that answers nothing. */
  async #isolateFault(faults: readonly Fault[], inFlight: readonly TestCase[]): Promise<void> {
    const suspects = this.#held === undefined ? inFlight : [this.#held.test, ...inFlight];
    if (this.#run.investigations >= MAX_INVESTIGATIONS) {
      this.#flush();
      this.#again.unshift(...inFlight);
    } else if (await this.#askForFaults(suspects)) return;
    this.#run.investigations += 1;
    for (const { kind, message } of faults.slice(0, 1))
      this.#run.events.fault({ kind, message, cases: idsOf(suspects) });
  }

  /** Asks the cases one by one. Returns whether one of them broke the protocol or ended the process. */
  async #askForFaults(suspects: readonly TestCase[]): Promise<boolean> {
    let isExplained = false;
    for (const [index, test] of suspects.entries()) {
      const single = await this.#askForFault(test);
      const held = this.#held?.test === test ? this.#held : undefined;
      if (single === undefined) {
        this.#again.unshift(...suspects.slice(held === undefined ? index : index + 1));
        break;
      }
      this.#held = undefined;
      const isCulprit = single.result.outcome.kind === 'protocol-error';
      isExplained ||= isCulprit || single.died;
      // A case that failed before and fails again alone is reported. One that fails for the first time is asked again.
      this.#blamed = isCulprit ? test : undefined;
      if (isCulprit) this.#report(single.result);
      else if (held !== undefined && isFailure(held.outcome)) this.#report(confirmed(held, single.result));
      else this.#admit(single.result);
    }
    return isExplained;
  }

  /**
   * Asks a case, and if it breaks the protocol, once more in a process that was asked nothing before: the output may be
   * a late effect of an earlier case. Where every case does it, only the first few get a fresh process.
   */
  async #askForFault(test: TestCase): Promise<Single | undefined> {
    const single = await this.#askConfirmingDeath(test, SETTLE_MS);
    const isFaulty = single?.result.outcome.kind === 'protocol-error';
    if (!isFaulty || single.fresh || single.died || this.#freshChecks >= MAX_FRESH_CHECKS) return single;
    this.#freshChecks += 1;
    await this.#lane.renew();
    return this.#askConfirmingDeath(test, SETTLE_MS);
  }

  /** Finds the case over which the process died or fell silent. */
  async #isolateEnd(ending: Ending, suspects: readonly TestCase[]): Promise<void> {
    if (ending.kind === 'aborted') return;
    const first = outcomeOfEnding(ending);
    this.#lane.lose(describeOutcome(first));
    const { culprit, innocent } = await this.#askForDeath(suspects);
    // A case that breaks the protocol explains the silence, so no other culprit is sought.
    const isKnown =
      culprit !== undefined || innocent.some(({ outcome }) => outcome.kind === 'protocol-error');
    const heldDied = !isKnown && (await this.#heldKills(innocent));
    this.#flush();
    const [alone] = innocent;
    if (!isKnown && !heldDied && alone !== undefined && suspects.length === 1) {
      // Nothing else was in flight, so this case is to blame, even if it happened only once.
      this.#report(confirmed({ ...alone, outcome: first, received: { kind: 'nothing' } }, alone));
      return;
    }
    for (const result of innocent) this.#admit(result);
    if (culprit !== undefined) this.#report(culprit);
    else if (!isKnown && !heldDied && this.#run.stopped === undefined)
      this.#run.events.fault(unexplained(first, suspects));
  }

  /** Asks the cases one by one until one ends the process, and puts the later ones back. */
  async #askForDeath(
    suspects: readonly TestCase[],
  ): Promise<{ culprit: CaseResult | undefined; innocent: CaseResult[] }> {
    const innocent: CaseResult[] = [];
    for (const [index, test] of suspects.entries()) {
      const single = await this.#askConfirmingDeath(test, 0);
      if (single === undefined || single.died) {
        this.#again.unshift(...suspects.slice(single === undefined ? index : index + 1));
        return { culprit: single?.result, innocent };
      }
      innocent.push(single.result);
    }
    return { culprit: undefined, innocent };
  }

  /**
   * Asks a case and counts a death only in a process that was asked nothing before, because it may be a late effect of
   * an earlier case.
   */
  async #askConfirmingDeath(test: TestCase, settleMs: number): Promise<Single | undefined> {
    const single = await this.#lane.ask(test, settleMs);
    return single?.died === true && !single.fresh ? this.#lane.ask(test, settleMs) : single;
  }

  /**
   * Returns whether the case that was answered last is to blame: the process dies of it afterwards, or dies or falls
   * silent at the next case.
   */
  async #heldKills(innocent: readonly CaseResult[]): Promise<boolean> {
    const test = this.#held?.test ?? this.#blamed;
    if (test === undefined) return false;
    const next = innocent.find(({ outcome }) => !isFailure(outcome))?.test;
    const first = await this.#deathAfter(test, next);
    const death = first?.fresh === false ? await this.#deathAfter(test, next) : first;
    if (death?.fresh !== true) return false;
    if (this.#held !== undefined) this.#report(death.result);
    this.#held = undefined;
    return true;
  }

  /** Asks two cases. If the process dies over the second one, which does not die alone, the first one is to blame. */
  async #deathAfter(test: TestCase, next: TestCase | undefined): Promise<Single | undefined> {
    const single = await this.#lane.ask(test, EXIT_SETTLE_MS);
    if (single === undefined || single.died) return single;
    const following = next === undefined ? undefined : await this.#lane.ask(next, 0);
    if (following?.died !== true || following.fresh) return undefined;
    const { outcome } = following.result;
    const result = {
      ...single.result,
      outcome: afterItsAnswer(outcome),
      received: { kind: 'nothing' },
    } as const;
    return { ...single, died: true, result };
  }

  /** Takes a result that was seen for the first time. */
  #admit(result: CaseResult): void {
    if (isFailure(result.outcome)) this.#repeats.push(result);
    else this.#report(result);
  }

  #report(result: CaseResult): void {
    this.#secondAnswers.reported(result.outcome);
    this.#run.events.result(result);
  }
}

function afterItsAnswer(outcome: Outcome): Outcome {
  return outcome.kind === 'crash' || outcome.kind === 'hang'
    ? { ...outcome, message: `after its answer: ${outcome.message}` }
    : outcome;
}
