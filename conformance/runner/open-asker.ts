import type { InputKind } from '../../spec/generated/protocol.ts';
import { PlainAsker } from './plain-asker.ts';
import { ProtocolAsker } from './protocol-asker.ts';
import type { RunnerSettings } from './run.ts';
import type { Asker } from './asker.ts';

/** Asks over the protocol, or, if a kind of input is given, one process per case. */
export function askerFor(settings: RunnerSettings, plain: InputKind | undefined): Asker {
  return plain === undefined ? new ProtocolAsker(settings) : new PlainAsker(settings, () => undefined);
}
