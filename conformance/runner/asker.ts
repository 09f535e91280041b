import type { InputKind } from '../../spec/generated/protocol.ts';
import type { TestCase } from '../case/case.ts';
import type { CaseResult } from '../judge/outcome.ts';
import { PlainAsker } from './plain-asker.ts';
import { ProtocolAsker } from './protocol-asker.ts';
import type { RunnerSettings } from './run.ts';

/** Asks a program one case at a time, beside a run. */
export interface Asker {
  /** Why nothing more is asked; undefined while it is. */
  readonly stopped: string | undefined;
  /** After the answer it may listen for `settleMs` more, for what follows it. Undefined when it is stopped. */
  ask(test: TestCase, settleMs: number): Promise<CaseResult | undefined>;
  close(): Promise<void>;
}

/** Over the protocol, or, with a kind of input, one process per case. */
export function askerFor(settings: RunnerSettings, plain: InputKind | undefined): Asker {
  return plain === undefined ? new ProtocolAsker(settings) : new PlainAsker(settings, () => undefined);
}
