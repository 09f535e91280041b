import type { InputKind } from '../../spec/generated/protocol.ts';
import type { Implementation } from './implementation.ts';
import { PlainAsker } from './plain-asker.ts';
import { runPlainCases } from './plain.ts';
import { ProtocolAsker } from './protocol-asker.ts';
import { runCases } from './runner.ts';

/** A program, over the protocol, or in plain mode where it is told what each of its processes is given. */
export interface Program {
  readonly command: readonly string[];
  readonly plain?: InputKind;
  /** In plain mode, only the exit codes count. */
  readonly verdicts?: boolean;
}

export function implementationOf({ command, plain, verdicts = false }: Program): Implementation {
  return plain === undefined
    ? protocolProgram(command)
    : plainProgram(command, plain, verdicts ? 'verdicts' : undefined);
}

/** A program that speaks the protocol. */
export function protocolProgram(command: readonly string[]): Implementation {
  return {
    mode: 'protocol',
    command,
    askAll: (settings, events) => runCases({ ...settings, command }, events),
    open: (settings) => new ProtocolAsker({ ...settings, command }),
  };
}

/** A program without an adapter: one process per case, the document on its standard input. */
export function plainProgram(
  command: readonly string[],
  input: InputKind,
  answers?: 'verdicts',
): Implementation {
  return {
    mode: 'plain',
    command,
    askAll: (settings, events) => runPlainCases({ ...settings, command }, { input, answers }, events),
    open: (settings) => new PlainAsker({ ...settings, command }, () => undefined),
  };
}
