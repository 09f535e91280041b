import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TestCase } from '../case/case.ts';
import { cut } from '../protocol/cut.ts';
import { describeExit } from '../process/ending.ts';
import { quote, type Fault } from '../protocol/fault.ts';
import { judgeOnce } from '../judge/judge-once.ts';
import { longestKept } from '../judge/longest-kept.ts';
import { describeOutcome, isFailure, type CaseResult, type Received } from '../judge/outcome.ts';
import type { Answer } from '../protocol/protocol.ts';
import { askAlone, type Reply } from './question.ts';
import type { Run } from './run.ts';
import type { Session } from './session.ts';
import { outcomeOfEnding } from '../judge/ending-outcome.ts';

/** The result of a case that was asked alone. */
export interface Single {
  readonly result: CaseResult;
  /** True if the process ended while it had this case. */
  readonly died: boolean;
  /** True if the process had been asked nothing before. */
  readonly fresh: boolean;
}

const START_ATTEMPTS = 3;
/** After the last answer, an unexpected exit is awaited for this many milliseconds. */
const LAST_EXIT_MS = 100;
const SAME: Received = { kind: 'same' };
const NOTHING: Received = { kind: 'nothing' };

/** Returns the remark about an answer that gives a key twice. */
export function noteOnRepeated(key: string): string {
  return `an answer gives the key ${quote(key)} twice in one object; the last one counts`;
}

/** Keeps one process running: starts it, and starts it again when it is gone. */
export class Lane {
  readonly #run: Run;
  #session: Session | undefined;

  constructor(run: Run, session?: Session) {
    this.#run = run;
    this.#session = session;
  }

  /** Returns a process that can be asked. Returns undefined when the run is stopped or no process can be started. */
  async ready(): Promise<Session | undefined> {
    this.#reportLoose();
    if (this.#session?.wire.isOver === true) {
      this.lose('ended while nothing was asked');
      this.#reportEnd();
    }
    for (let attempt = 1; this.#session === undefined && this.#run.stopped === undefined; attempt += 1) {
      const opened = await this.#run.open();
      if (opened.kind === 'open') {
        this.#session = opened.session;
      } else {
        this.#run.countRestart(opened.diagnosis);
        if (attempt === START_ATTEMPTS) this.#run.stop(`it could not be started again: ${opened.diagnosis}`);
      }
    }
    return this.#run.stopped === undefined ? this.#session : undefined;
  }

  /** Records the end of the process as a restart. */
  lose(why: string): void {
    this.#reportLoose();
    if (this.#session !== undefined) this.#noteLines(this.#session);
    this.#session = undefined;
    this.#run.countRestart(why);
  }

  /** Closes a healthy process, so that the next case gets one that was asked nothing. */
  async renew(): Promise<void> {
    const session = this.#session;
    if (session === undefined || session.isFresh) return;
    this.#reportLoose();
    this.#session = undefined;
    await session.close();
    this.#noteLines(session);
  }

  /** Asks one case with nothing else in flight. Returns undefined when the run is stopped. */
  async ask(test: TestCase, settleMs: number): Promise<Single | undefined> {
    const session = await this.ready();
    if (session === undefined) return undefined;
    const fresh = session.isFresh;
    const mark = session.wire.stderrMark();
    const reply = await askAlone(session, test, this.#run.settings.timeoutMs, settleMs);
    const result = resultOfReply(test, reply);
    if (result === undefined) return undefined;
    const died = reply.kind === 'ended';
    if (died) this.lose(describeOutcome(result.outcome));
    if (!isFailure(result.outcome)) return { result, died, fresh };
    // Standard error from before the answer may still wait to be read.
    await nextTurn();
    const stderr = session.wire.stderrSince(mark);
    return { result: stderr === '' ? result : { ...result, stderr }, died, fresh };
  }

  /** Closes the process. */
  async leave(): Promise<void> {
    const session = this.#session;
    if (session === undefined) return;
    if (this.#run.stopped === undefined && (await session.wire.endsWithin(LAST_EXIT_MS))) this.#reportEnd();
    this.#noteGoodbye(session, await session.close());
    this.#noteLines(session);
    this.#reportLoose();
  }

  #noteGoodbye({ wire }: Session, how: 'went' | 'killed'): void {
    const { events, stopped } = this.#run;
    if (how === 'killed')
      events.note('it did not exit after shutdown and the end of its input, and was killed');
    else if (stopped === undefined && wire.exit !== undefined && wire.exit.code !== 0)
      events.note(`at the end it ${describeExit(wire.exit)}, which is tolerated`);
  }

  /** Notes what is odd about the lines of a process, and tolerated. */
  #noteLines({ wire, repeatedKey }: Session): void {
    const { events } = this.#run;
    if (wire.hasCrlf) events.note('its lines end in \\r\\n, which is tolerated');
    if (repeatedKey !== undefined) events.note(noteOnRepeated(repeatedKey));
  }

  /** Reports a process that ended although it was asked nothing and not told to end. */
  #reportEnd(): void {
    this.#run.events.fault({
      kind: 'crash',
      message: 'the process ended while nothing was asked',
      cases: [],
    });
  }

  #reportLoose(): void {
    for (const { kind, message } of this.#session?.takeLoose() ?? []) {
      this.#run.events.fault({
        kind,
        message: `${message}, which answers nothing that was asked`,
        cases: [],
      });
    }
  }
}

export function resultOfAnswer(test: TestCase, answer: Answer, durationMs: number): CaseResult {
  return { test, outcome: judgeOnce(test, answer), received: receivedOf(test, answer), durationMs };
}

export function resultOfFault(test: TestCase, fault: Fault, durationMs: number): CaseResult {
  const received: Received = fault.text === '' ? NOTHING : { kind: 'text', text: fault.text };
  return { test, outcome: { kind: 'protocol-error', fault }, received, durationMs };
}

function resultOfReply(test: TestCase, reply: Reply): CaseResult | undefined {
  switch (reply.kind) {
    case 'answered':
      return resultOfAnswer(test, reply.answer, reply.ms);
    case 'fault':
      return resultOfFault(test, reply.fault, reply.ms);
    case 'ended': {
      if (reply.ending.kind === 'aborted') return undefined;
      const outcome = outcomeOfEnding(reply.ending);
      if (outcome.kind === 'protocol-error') return resultOfFault(test, outcome.fault, reply.ms);
      return { test, outcome, received: NOTHING, durationMs: reply.ms };
    }
  }
}

function receivedOf({ expected }: TestCase, answer: Answer): Received {
  if (answer.kind === 'same') return SAME;
  const kept = longestKept(expected);
  const json = cut(answer.json, kept);
  return answer.json.length > kept ? { kind: 'text', text: json } : { kind: 'result', json };
}
