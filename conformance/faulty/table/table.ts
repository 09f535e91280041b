import type { RequirementId } from '../../../spec/generated/levels.ts';
import { SOURCE_PROGRAM, type Program } from './build-program.ts';
import { commandOf, type Row } from './row.ts';
import { ECHO_ROWS } from './table-echoes.ts';
import { HARMLESS_ROWS } from './table-harmless.ts';
import { MEMORY_ROWS } from './table-memory.ts';
import { NUMBER_ROWS } from './table-numbers.ts';
import { PLAIN_ROWS } from './table-plain.ts';
import { PROTOCOL_ROWS } from './table-protocol.ts';
import { SHAPE_ROWS } from './table-shapes.ts';
import { TEXT_ROWS } from './table-texts.ts';
import { VALUE_ROWS } from './table-values.ts';
import { YAML_ROWS } from './table-yaml.ts';

/** The rows about values: what is wrong with an answer depends on the document alone. */
const WRONG_VALUES: readonly Row[] = [
  ...VALUE_ROWS,
  ...ECHO_ROWS,
  ...NUMBER_ROWS,
  ...TEXT_ROWS,
  ...SHAPE_ROWS,
  ...YAML_ROWS,
];

/** Every wrong implementation that the harness is proved with, and what it must report of each. */
export const TABLE: readonly Row[] = [
  ...WRONG_VALUES,
  ...MEMORY_ROWS,
  ...HARMLESS_ROWS,
  ...PROTOCOL_ROWS,
  ...PLAIN_ROWS,
];

/** An implementation that behaves well and gives wrong answers: something to find. */
export interface WrongImplementation {
  readonly name: string;
  readonly wrong: string;
  readonly command: readonly string[];
  /** What a failure of it must name. */
  readonly breaks: readonly RequirementId[];
}

/** The rows about values but for the rare ones, and how to start them; `program` may be one that is built, which starts faster. */
export function wrongImplementations(program: Program = SOURCE_PROGRAM): WrongImplementation[] {
  return WRONG_VALUES.filter(({ isRare }) => isRare !== true).map((row) => ({
    name: row.name,
    wrong: row.wrong,
    command: commandOf(row, program),
    breaks: row.expected.breaks ?? [],
  }));
}
