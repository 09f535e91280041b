import type { RequirementId } from '../../spec/generated/levels.ts';
import { SOURCE_PROGRAM, type Program } from './build-program.ts';
import { commandOf, type Row } from './row.ts';
import { PLAIN_ROWS } from './table-plain.ts';
import { PROTOCOL_ROWS } from './table-protocol.ts';
import { VALUE_ROWS } from './table-values.ts';

/** Every wrong implementation that the harness is proved with, and what it must report of each. */
export const TABLE: readonly Row[] = [...VALUE_ROWS, ...PROTOCOL_ROWS, ...PLAIN_ROWS];

/** An implementation that behaves well and gives wrong answers: something to find. */
export interface WrongImplementation {
  readonly name: string;
  readonly wrong: string;
  readonly command: readonly string[];
  /** What a failure of it must name. */
  readonly breaks: readonly RequirementId[];
}

/** The rows about values, and how to start them; `program` may be one that is built, which starts faster. */
export function wrongImplementations(program: Program = SOURCE_PROGRAM): WrongImplementation[] {
  return VALUE_ROWS.map((row) => ({
    name: row.name,
    wrong: row.wrong,
    command: commandOf(row, program),
    breaks: row.expected.breaks ?? [],
  }));
}
