import { playTape, type Replayed } from '../../replay/tape-player.ts';
import { tapeOf, type Answered } from '../../replay/tape.ts';
import type { AskingSettings, Implementation } from '../../runner/implementation.ts';
import { implementationOf, type Program } from '../../runner/program.ts';

/** The settings of a program without an adapter; nothing for a program with one. */
export type PlainProgram = Omit<Program, 'command'>;

/** What is asked again. */
export interface Replayable {
  /** Returns the implementation. Each case gets a process of its own if `plain` names a kind of input. */
  readonly asked: (plain: PlainProgram) => Implementation;
  /** Asks questions that were answered before, and compares the answers byte for byte up to the first other one. */
  readonly play: (settings: AskingSettings, answered: Iterable<Answered>) => Promise<Replayed>;
}

export function replayableProgram(command: readonly string[]): Replayable {
  return {
    asked: (plain) => implementationOf({ command, ...plain }),
    play: (settings, answered) => playTape({ ...settings, command }, tapeOf(answered)),
  };
}
