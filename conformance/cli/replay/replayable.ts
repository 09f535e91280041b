import type { InputKind } from '../../../spec/generated/protocol.ts';
import { playTape, type Replayed } from '../../replay/tape-player.ts';
import type { Tape } from '../../replay/tape.ts';
import type { AskingSettings, Implementation } from '../../runner/implementation.ts';
import { implementationOf } from '../../runner/program.ts';

/** What is asked again. */
export interface Replayable {
  /** Returns the implementation. `plain` is the kind of input if each case gets a process of its own. */
  readonly asked: (plain: InputKind | undefined) => Implementation;
  /** Asks the questions on a tape, and compares the answers byte for byte. */
  readonly play: (settings: AskingSettings, tape: Tape) => Promise<Replayed>;
}

export function replayableProgram(command: readonly string[]): Replayable {
  return {
    asked: (plain) => implementationOf({ command, ...(plain === undefined ? {} : { plain }) }),
    play: (settings, tape) => playTape({ ...settings, command }, tape),
  };
}
