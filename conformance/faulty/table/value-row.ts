import type { RequirementId } from '../../../spec/generated/requirement-ids.ts';
import type { Row } from './row.ts';
import type { ValueFault } from '../programs/values.ts';
import type { MemoryFault } from '../programs/wrong-memory.ts';
import type { YamlFault } from '../programs/yaml-readers.ts';

type Fault = ValueFault | MemoryFault | YamlFault;
type Ids = readonly RequirementId[];

/** Makes a row for a program that breaks documented behaviour. */
export function documented(name: Fault, wrong: string, breaks: Ids, touches: Ids | 'anything' = []): Row {
  const expected = { grade: 'non-conformant', exitCode: 1, breaks, touches } as const;
  return { name, wrong, mode: 'protocol', cases: 'examples', expected };
}

/** Makes a row for a program that breaks only observed behaviour. */
export function observed(name: Fault, wrong: string, breaks: Ids, touches: Ids | 'anything' = []): Row {
  const expected = { grade: 'conformant', exitCode: 0, breaks, touches } as const;
  return { name, wrong, mode: 'protocol', cases: 'examples', expected };
}

/** Makes a row for a program without a fault: every answer is right, in a spelling of its own. */
export function harmless(name: Fault, odd: string): Row {
  const expected = { grade: 'drop-in', exitCode: 0 } as const;
  return { name, wrong: odd, mode: 'protocol', cases: 'default', expected };
}

/** Marks a row whose fault no example shows, but the generated cases of a certificate do. */
export function generated({ expected, ...rest }: Row): Row {
  return { ...rest, cases: 'default', expected };
}

/**
 * Marks a row whose fault is too rare for `fuzz` among ten thousand generated cases. An example shows it to `certify`.
 */
export function rare(row: Row): Row {
  return { ...row, isRare: true };
}

/** Marks a row whose answers depend on earlier questions, so that some failures have a different second outcome. */
export function unsteady({ expected, ...rest }: Row): Row {
  return { ...rest, expected: { ...expected, nondeterministic: 'any' } };
}
