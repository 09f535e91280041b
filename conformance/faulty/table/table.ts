import type { RequirementId } from '../../../spec/generated/requirement-ids.ts';
import { SOURCE_PROGRAM, type Program } from './build-program.ts';
import { commandOf, type Row } from './row.ts';
import { DECLARED_ROWS } from './table-declared.ts';
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

/** The rows about values, where the document alone decides whether an answer is wrong. */
const WRONG_VALUES: readonly Row[] = [
  ...VALUE_ROWS,
  ...ECHO_ROWS,
  ...NUMBER_ROWS,
  ...TEXT_ROWS,
  ...SHAPE_ROWS,
  ...YAML_ROWS,
];

/** Every wrong implementation that the harness is tested with, and the report that it must give about each. */
export const TABLE: readonly Row[] = [
  ...WRONG_VALUES,
  ...MEMORY_ROWS,
  ...HARMLESS_ROWS,
  ...PROTOCOL_ROWS,
  ...DECLARED_ROWS,
  ...PLAIN_ROWS,
];

/** An implementation that behaves well and gives wrong answers, which `fuzz` must find. */
export interface WrongImplementation {
  readonly name: string;
  readonly wrong: string;
  readonly command: readonly string[];
  /** The requirements that its failures must name. */
  readonly breaks: readonly RequirementId[];
}

/**
 * Returns the rows about values except for the rare ones, with their commands. `program` may be a built one, which
 * starts faster.
 */
export function wrongImplementations(program: Program = SOURCE_PROGRAM): WrongImplementation[] {
  return WRONG_VALUES.filter(({ isRare }) => isRare !== true).map((row) => ({
    name: row.name,
    wrong: row.wrong,
    command: commandOf(row, program),
    breaks: row.expected.breaks ?? [],
  }));
}
