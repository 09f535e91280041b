import type { RequirementId } from '../spec/generated/requirement-ids.ts';
import { Float } from './document/float.ts';
import { parent, steps } from './document/pointer.ts';
import type { Position, Reading } from './document/reading.ts';
import { scalarText } from './document/scalar-text.ts';
import type { Origin } from './fields/origin.ts';
import { trace } from './interpret.ts';
import type { Language } from './language.ts';
import { inBase60, inOctal, READ_AS_WRITTEN } from './advice/notation.ts';
import { valueAt } from './advice/value-at.ts';

/** Something that a text loses without an error. It is no part of a verdict. */
export interface Warning extends Partial<Position> {
  readonly path: string;
  readonly message: string;
}

type Read = Extract<Reading, { kind: 'read' }>;

/**
 * Returns what YAML and the coercions of the release lose silently in a text: keys that are written twice, numerals in
 * base 60 and octal, words and numerals that are not the text that they look like.
 */
export function warningsOf<Fields extends object, Normal extends object>(
  language: Language<Fields, Normal>,
  reading: Read,
): readonly Warning[] {
  const { verdict, origins } = trace(language, reading.document);
  const isAccepted = verdict.kind === 'accepted';
  const broken = isAccepted ? [] : verdict.violations.map(({ path }) => path);
  const scalars = reading.scalars();
  const read = isAccepted ? givenBy(verdict.normal, origins, scalars) : new Map<string, Given>();
  const lost = [...scalars].flatMap(([path, written]): Warning[] => {
    // A message about the value itself says the same.
    if (broken.includes(path)) return [];
    const message = lossOf(written, valueAt(reading.document, path), read.get(path));
    return message === undefined ? [] : [{ path, message, ...reading.locate(path, 'value') }];
  });
  return [...repeatedKeys(reading), ...lost].sort(inTheText);
}

function repeatedKeys(reading: Read): readonly Warning[] {
  return reading.repeated().map(({ pointer, ...place }) => ({
    path: pointer,
    message: `\`${steps(pointer).at(-1) ?? ''}\` is given twice: the last one counts, an earlier value is lost`,
    ...place,
  }));
}

function inTheText(left: Warning, right: Warning): number {
  return (left.line ?? 0) - (right.line ?? 0) || (left.column ?? 0) - (right.column ?? 0);
}

/** A value of the normal form that a document gives, and the requirements by which it was read. */
interface Given {
  readonly meaning: unknown;
  readonly requirements: readonly RequirementId[];
}

/** Returns the given values by their places in the document. */
function givenBy(
  normal: object,
  origins: ReadonlyMap<string, Origin>,
  scalars: ReadonlyMap<string, string>,
): ReadonlyMap<string, Given> {
  const given = new Map<string, Given>();
  for (const [pointer, { kind, from, requirements }] of origins) {
    if (kind === 'default') continue;
    // A text may stand for a list or a mapping, of which it is a part then.
    let place = from;
    while (place !== '' && !scalars.has(place)) place = parent(place);
    given.set(place, { meaning: valueAt(normal, pointer), requirements });
  }
  return given;
}

/** Requirements that make text of another scalar. */
const TO_TEXT: readonly RequirementId[] = [
  'text/from-boolean',
  'text/from-integer',
  'text/from-float',
  'gpu/from-boolean',
];

/** Requirements that make a number or a duration of a boolean. */
const FROM_BOOLEAN: readonly RequirementId[] = [
  'integer/from-boolean',
  'retry/duration-boolean',
  'termination_idle_time/boolean',
];

function lossOf(written: string, value: unknown, given: Given | undefined): string | undefined {
  const isNumber = typeof value === 'number' || typeof value === 'bigint' || value instanceof Float;
  const text = scalarText(value) ?? '';
  if (isNumber && inBase60(written))
    return `without quotes, YAML reads ${written} as a number in base 60, which is ${text}: quote it`;
  if (isNumber && inOctal(written))
    return `YAML reads ${written} as an octal number, which is ${text}: quote it, or leave out the zero`;
  const { requirements = [], meaning } = given ?? {};
  const what = typeof value === 'boolean' ? String(value) : 'a number';
  if (requirements.some((each) => FROM_BOOLEAN.includes(each)) && typeof value === 'boolean')
    return `YAML reads ${written} as ${what}, which means ${String(meaning)} here`;
  if (text === written || READ_AS_WRITTEN.test(written)) return undefined;
  if (requirements.some((each) => TO_TEXT.includes(each)))
    return `without quotes, YAML reads ${written} as ${what}, and its text is ${text}: quote it`;
  return undefined;
}
