import type { TestCase } from '../case/case.ts';
import {
  describeOutcome,
  type Crash,
  type Hang,
  type ProtocolError,
  type RunFault,
} from '../judge/outcome.ts';

/** Returns the fault of a run whose process ended although none of these cases ends it alone. */
export function unexplained(first: Crash | Hang | ProtocolError, suspects: readonly TestCase[]): RunFault {
  const kind = first.kind === 'protocol-error' ? first.fault.kind : first.kind;
  const message = `${describeOutcome(first)}; ${suspects.length} cases were in flight, and none of them does it alone`;
  return { kind, message, cases: idsOf(suspects) };
}

/** Returns the names of the first few cases, for a message. */
export function idsOf(tests: readonly TestCase[]): string[] {
  return tests.slice(0, 5).map(({ id }) => id);
}
