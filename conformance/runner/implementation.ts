import type { RunnerEvents, RunnerSettings } from './run.ts';
import type { RunEnd } from './runner.ts';
import type { Asker } from './asker.ts';

/** How an implementation is asked; the event log says so. */
export type Mode = 'protocol' | 'plain' | 'in-process';

/** Limits of a run, and what names it: all that does not depend on the implementation. */
export type AskingSettings = Omit<RunnerSettings, 'command'>;

/**
 * Something that can be asked: a program over the protocol, a plain program, or a function in this process. Certify,
 * fuzz, replay and shrinking know implementations only through this interface.
 */
export interface Implementation {
  readonly mode: Mode;
  /** The command line of a program; empty for a function. */
  readonly command: readonly string[];
  /** Asks all cases of a run. Results come in any order, each case at most once. */
  readonly askAll: (settings: AskingSettings, events: RunnerEvents) => Promise<RunEnd>;
  /** Opens a second conversation beside a run, which asks one case at a time. */
  readonly open: (settings: AskingSettings) => Asker;
}
