import type { InputKind } from '../../spec/generated/protocol.ts';
import type { Input } from '../case/case.ts';
import type { Introduction } from '../protocol/handshake.ts';
import type { AskingSettings, Implementation } from './implementation.ts';
import { InProcessAsker } from './in-process-asker.ts';
import { askOneByOne } from './one-by-one.ts';
import type { RunnerEvents } from './run.ts';
import type { RunEnd } from './runner.ts';

/**
 * Answers one document. Gives the result that the protocol's `normalize` has: `{ accepted: … }`, `{ rejected: [ … ] }`
 * or `{ unsupported: '…' }`, or a promise of it. A string is taken as the JSON text of the result, in which `1.0` stays
 * a float; any other value is written as JSON. To throw, or to reject the promise, is a crash.
 */
export type AnswerInput = (input: Input) => unknown;

/** An implementation that is a function in this process. */
export interface InProcess {
  readonly name: string;
  readonly version?: string;
  readonly language?: string;
  /** The kinds of input that it is given; others are not asked. */
  readonly inputs: readonly InputKind[];
  /** The fields that it declares; all if absent. */
  readonly fields?: readonly string[];
  /** Present if it answers with verdicts alone. */
  readonly answers?: 'verdicts';
  /**
   * Gives the function that is asked. It is called once for each conversation, and again after a crash or a hang, so
   * that what the function remembers is forgotten then, as with a process.
   */
  readonly start: () => AnswerInput;
}

/** Makes a function an implementation that certify and fuzz can ask, without a process between. */
export function inProcess(description: InProcess): Implementation {
  return {
    mode: 'in-process',
    command: [],
    askAll: (settings, events) => askAll(description, settings, events),
    open: (settings) => new InProcessAsker(description.start, settings),
  };
}

async function askAll(
  description: InProcess,
  settings: AskingSettings,
  events: RunnerEvents,
): Promise<RunEnd> {
  const askers = Array.from({ length: settings.jobs }, () => new InProcessAsker(description.start, settings));
  const failed = askers.find((asker) => !asker.start());
  if (failed?.stopped !== undefined) return { stopped: failed.stopped, restarts: 0 };
  const introduction = introductionOf(description);
  const source = events.started(introduction).cases[Symbol.iterator]();
  await Promise.all(askers.map((asker) => askOneByOne(source, asker, settings, events)));
  const stopped = askers.map((asker) => asker.stopped).find((reason) => reason !== undefined);
  return { introduction, restarts: 0, ...(stopped === undefined ? {} : { stopped }) };
}

function introductionOf({ name, version, language, inputs, fields, answers }: InProcess): Introduction {
  const declared = {
    ...(fields === undefined ? {} : { fields }),
    ...(answers === undefined ? {} : { answers }),
  };
  return { name, version: version ?? null, language: language ?? null, inputs, window: 1, ...declared };
}
