import type { RequirementId } from '../../../spec/generated/levels.ts';
import type { Row } from './row.ts';
import type { ValueFault } from '../programs/values.ts';
import type { MemoryFault } from '../programs/wrong-memory.ts';
import type { YamlFault } from '../programs/yaml-readers.ts';

type Fault = ValueFault | MemoryFault | YamlFault;
type Ids = readonly RequirementId[];

/** Breaks what the page says. */
export function documented(name: Fault, wrong: string, breaks: Ids, touches: Ids | 'anything' = []): Row {
  const expected = { grade: 'non-conformant', exitCode: 1, breaks, touches } as const;
  return { name, wrong, mode: 'protocol', cases: 'examples', expected };
}

/** Breaks only what the release does. */
export function observed(name: Fault, wrong: string, breaks: Ids, touches: Ids | 'anything' = []): Row {
  const expected = { grade: 'conformant', exitCode: 0, breaks, touches } as const;
  return { name, wrong, mode: 'protocol', cases: 'examples', expected };
}

/** Nothing is wrong: every answer is right, in a spelling of its own. */
export function harmless(name: Fault, odd: string): Row {
  const expected = { grade: 'drop-in', exitCode: 0 } as const;
  return { name, wrong: odd, mode: 'protocol', cases: 'default', expected };
}

/** No example shows it; the generated cases of a certificate do. */
export function generated({ expected, ...rest }: Row): Row {
  return { ...rest, cases: 'default', expected };
}

/** Too rare among ten thousand generated cases for `fuzz`: an example is what shows it to `certify`. */
export function rare(row: Row): Row {
  return { ...row, isRare: true };
}

/** Its answer depends on what it was asked before, so that some failures are other ones when they are asked again. */
export function unsteady({ expected, ...rest }: Row): Row {
  return { ...rest, expected: { ...expected, nondeterministic: 'any' } };
}
