import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { Coercion } from '../coercion/coercion.ts';
import { WIDE_INTEGERS, WIDE_NEGATIVE_INTEGERS } from './wide-integers.ts';
import { boolean, float, integer, type Scalar } from './node.ts';

/** A scalar of another type, and the requirement that turns it into the same text. */
export interface Twin {
  readonly node: Scalar;
  readonly requirement: RequirementId;
}

const INTEGERS = [
  ...[0, 1, 2, 12, 16, 31, 90, 1_000, 1_342, 4_090, 8_080, -1, -5],
  ...WIDE_INTEGERS,
  ...WIDE_NEGATIVE_INTEGERS,
];

/** Floats with the text that the release makes of each. */
const FLOATS: readonly (readonly [text: string, value: number])[] = [
  ['1.0', 1],
  ['1.1', 1.1],
  ['1.5', 1.5],
  ['2.5', 2.5],
  ['3.14', 3.14],
  ['0.001', 0.001],
  ['1e-05', 0.00001],
  ['1e+16', 1e16],
  ['100000.0', 100_000],
  ['1.2345678901234568e+17', 1.2345678901234568e17],
  ['-0.0', -0],
  ['0.30000000000000004', 0.30000000000000004],
  ['1.7976931348623157e+20', 1.7976931348623157e20],
];

const TWINS: ReadonlyMap<string, Twin> = new Map<string, Twin>([
  ['True', { node: boolean(true), requirement: 'text/from-boolean' }],
  ['False', { node: boolean(false), requirement: 'text/from-boolean' }],
  ...INTEGERS.map((value): [string, Twin] => [
    `${value}`,
    { node: integer(value), requirement: 'text/from-integer' },
  ]),
  ...FLOATS.map(([value, number]): [string, Twin] => [
    value,
    { node: float(number), requirement: 'text/from-float' },
  ]),
]);

/** The number of characters of the longest text with a twin. */
const LONGEST = Math.max(...Array.from(TWINS.keys(), ({ length }) => length));

/**
 * Returns another scalar that reads as this text, if there is one.
 * text/from-boolean: A boolean where text is expected becomes `True` or `False`.
 * text/from-integer: An integer where text is expected becomes its decimal digits.
 * text/from-float: A float where text is expected becomes the shortest decimal that reads back, with at least
 *   one digit after the dot, and with a two-digit exponent below 1e-4 and from 1e16.
 */
export function twinOf(value: string, { takesBooleansAsText }: Coercion): Twin | undefined {
  const twin = value.length > LONGEST ? undefined : TWINS.get(value);
  return twin?.node.kind === 'boolean' && !takesBooleansAsText ? undefined : twin;
}
