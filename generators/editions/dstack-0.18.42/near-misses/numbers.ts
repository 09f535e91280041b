import type { RequirementId } from '../../../../spec/generated/requirement-ids.ts';
import { oneOf } from '../../../choices/choose.ts';
import { drawCount, drawSignedCount } from '../../../meaning/count.ts';
import { drawMemory } from '../../../meaning/memory.ts';
import { drawPrice } from '../../../meaning/price.ts';
import type { FieldMutation, Mutation } from '../mutations/mutation.ts';
import { entryPlace, fieldPlace, frameOf, leafPlace, type Place } from '../mutations/place.ts';
import { float, integer, mappingOf, text, type Node } from '../../../document/node.ts';
import { Pen } from '../../../choices/pen.ts';
import { spellInteger, withFraction } from '../../../spelling/integer.ts';
import { spellMemory } from '../../../spelling/memory.ts';

const GPU = leafPlace('gpu');

/** Numbers of the right kind that are too small, in the wrong order, or not among the few that are allowed. */
export const WRONG_NUMBERS: readonly Mutation[] = [
  wrongNumber('nodes/positive', fieldPlace('nodes'), noNodes),
  wrongNumber('max_price/positive', fieldPlace('max_price'), noPrice),
  wrongNumber('python/versions', fieldPlace('python'), noVersion),
  ...['privileged', 'nvcc', 'single_branch'].map((field) =>
    wrongNumber('boolean/other', fieldPlace(field), noBoolean),
  ),
  // retry/kind: `retry` is a boolean or a mapping.
  wrongNumber('retry/kind', fieldPlace('retry'), noBoolean),
  wrongNumber('gpu/kind', GPU, countWithFraction),
  wrongNumber('gpu/float', GPU, countAsFloat),
  ...[leafPlace('cpu'), entryPlace(GPU, 'count')].map((place) =>
    wrongNumber('range/order', place, countsOutOfOrder),
  ),
  ...[
    leafPlace('memory'),
    entryPlace(leafPlace('disk'), 'size'),
    entryPlace(GPU, 'memory'),
    entryPlace(GPU, 'total_memory'),
  ].map((place) => wrongNumber('range/order', place, sizesOutOfOrder)),
];

function wrongNumber(requirement: RequirementId, place: Place, draw: (pen: Pen) => Node): FieldMutation {
  return {
    kind: 'fields',
    requirement,
    ...frameOf(place),
    write: (entries, pen) =>
      // The value is broken, so requirements noted while drawing it are dropped.
      place.put(draw(pen.quiet()), entries, pen),
  };
}

/** nodes/positive: `nodes` is at least 1. */
function noNodes(pen: Pen): Node {
  const number = pen.source.below(3) === 2 ? -drawCount(pen) : -pen.source.below(2);
  if (pen.source.below(4) === 3) return float(oneOf(pen.source, [0.5, 0.999, -0.5, 0.1]));
  return spellInteger(number === 0 ? 0 : number, pen);
}

/** max_price/positive: A price is above zero. */
function noPrice(pen: Pen): Node {
  const price = -drawPrice(pen);
  return oneOf(pen.source, [float(price), integer(0), float(0), integer(Math.floor(price)), float(-0)]);
}

/**
 * python/versions: The versions are 3.8 to 3.13.
 * python/float: A version written as a number is read as its text, and 3.1 as `3.10`.
 */
function noVersion({ source }: Pen): Node {
  if (source.below(2) === 0) return float(oneOf(source, [3.14, 3.7]));
  const major = oneOf(source, [3, 2, 4, 13]);
  const minor = oneOf(source, [15, 6, 2, 7, 14, 20, 108, 83]);
  return source.below(3) === 2 ? integer(major * 100 + minor) : float(Number(`${major}.${minor}`));
}

/**
 * boolean/other: Nothing else is a boolean.
 * Of numbers, only 1 and 0 are booleans.
 */
function noBoolean({ source }: Pen): Node {
  const whole = 2 + source.below(20);
  return oneOf(source, [
    integer(whole),
    integer(-1),
    float(0.5),
    float(whole),
    integer(1 - whole),
    float(1.5),
    integer(256),
    integer(4_294_967_297),
    float(-1),
    float(0.999),
  ]);
}

/**
 * gpu/kind: `gpu` is a number, a text or an object.
 * A number of GPUs has no fraction.
 */
function countWithFraction(pen: Pen): Node {
  const number = withFraction(drawSignedCount(pen), 0.5);
  return float(Number.isInteger(number) ? 1.5 : number);
}

/** gpu/float: A number of GPUs that is written as a float, such as `2.0`, is refused. */
function countAsFloat(pen: Pen): Node {
  return float(drawSignedCount(pen));
}

/**
 * range/order: The lower end is not above the upper end.
 * In half of the cases the ends differ by one.
 */
function countsOutOfOrder(pen: Pen): Node {
  // Both ends remain integers that every language reads exactly.
  const max = Math.min(drawSignedCount(pen), Number.MAX_SAFE_INTEGER - 1);
  const min = Math.min(max + 1 + (pen.source.below(2) === 0 ? 0 : drawCount(pen)), Number.MAX_SAFE_INTEGER);
  if (pen.source.below(2) === 0) return text(`${min}..${max}`);
  return mappingOf({ min: spellInteger(min, pen), max: spellInteger(max, pen) });
}

function sizesOutOfOrder(pen: Pen): Node {
  // A larger size would have too few binary digits left to differ by a thousandth.
  const max = Math.max(-(2 ** 42), Math.min(drawMemory(pen), 2 ** 42));
  const min = max + oneOf(pen.source, [1, 1 / 1_024, 0.5, 1_024, 100]);
  return mappingOf({ min: spellMemory(min, pen), max: spellMemory(max, pen) });
}
