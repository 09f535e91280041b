import type { RequirementId } from '../../../../spec/generated/requirement-ids.ts';
import { oneOf, type Pool } from '../../../choices/choose.ts';
import { drawSignedCount } from '../../../meaning/count.ts';
import { drawMemory } from '../../../meaning/memory.ts';
import { drawRange } from '../../../meaning/range.ts';
import { badPlace } from '../mutations/field.ts';
import type { Mutation } from '../mutations/mutation.ts';
import { entryPlace, leafPlace, type Place } from '../mutations/place.ts';
import type { Pen } from '../../../choices/pen.ts';
import { spellMemory, memoryText } from '../../../spelling/memory.ts';
import { spellMemoryScalar } from '../../../spelling/range.ts';
import type { Grammar } from '../../../misspelling/fault.ts';
import { singleSizeFault } from '../../../misspelling/memory.ts';
import { countRangeFault, memoryRangeFault } from '../../../misspelling/range.ts';
import { nearMiss, spelled, type Candidate } from './near-miss.ts';
import { after, exchanged, followedBy, trapped, type Trap } from './trap.ts';

const GPU = leafPlace('gpu');

const SIZE_RANGES: readonly Place[] = [
  leafPlace('memory'),
  leafPlace('disk'),
  entryPlace(leafPlace('disk'), 'size'),
  entryPlace(GPU, 'memory'),
  entryPlace(GPU, 'total_memory'),
];

const SIZE_ENDS: readonly Place[] = [
  entryPlace(leafPlace('memory'), 'min'),
  entryPlace(leafPlace('memory'), 'max'),
  entryPlace(entryPlace(GPU, 'memory'), 'max'),
  entryPlace(entryPlace(leafPlace('disk'), 'size'), 'min'),
];

const COUNT_RANGES: readonly Place[] = [leafPlace('cpu'), entryPlace(GPU, 'count')];

const COUNT_ENDS: readonly Place[] = [
  entryPlace(leafPlace('cpu'), 'min'),
  entryPlace(leafPlace('cpu'), 'max'),
  entryPlace(entryPlace(GPU, 'count'), 'min'),
];

const SIZE_TOKENS = [
  'i',
  'G',
  'B',
  'iB',
  '.',
  ' ',
  ',',
  '-',
  'K',
  'P',
  'b',
  '0',
  'x',
  '%',
  'M',
  'T',
  '+',
] as const;

const COUNT_TOKENS = ['.', 'x', '-', ' ', ',', '+', '>=', '0', '_', ' cores', ':', 'e', '..'] as const;

const SIZE_TRAPS: Pool<Trap> = [
  exchanged(/B? *$/i, ''),
  exchanged(/B? *$/i, 'iB'),
  exchanged(/[a-z ]*$/i, 'G'),
  exchanged(/[a-z ]*$/i, 'GiB'),
  exchanged(/[a-z ]*$/i, 'KB'),
  exchanged(/[a-z ]*$/i, 'PB'),
  exchanged(/[a-z ]*$/i, 'B'),
  exchanged(/[a-z ]*$/i, ' gigabytes'),
  followedBy('s'),
  followedBy('+'),
  followedBy('x'),
  after('x'),
  exchanged(/\.|(?=[a-z ]*$)/i, ','),
  exchanged(/\.|(?=[a-z ]*$)/i, ',5'),
  followedBy('GB'),
  exchanged(/^[-0-9. ]+/, ''),
  exchanged(/[a-z ]*$/i, '%'),
  exchanged(/^-?/, '--'),
  exchanged(/^-?/, '0x'),
  followedBy(','),
];

const COUNT_TRAPS: Pool<Trap> = [
  followedBy('.0'),
  followedBy('x'),
  followedBy('+'),
  after('>='),
  followedBy(' cores'),
  followedBy('-64'),
  followedBy(':64'),
  followedBy(','),
  after('0x'),
  followedBy('.'),
  exchanged(/.*/, ''),
  followedBy(' 1'),
];

const editedSize = trapped(spelled(drawMemory, spellMemory), SIZE_TRAPS, SIZE_TOKENS);

const editedCount = trapped(count, COUNT_TRAPS, COUNT_TOKENS);

/** Near-misses of sizes, counts and ranges. */
export const RESOURCE_NEAR_MISSES: readonly Mutation[] = [
  // memory/unit: Any other unit, and text without a number, is refused.
  ...[...SIZE_RANGES, ...SIZE_ENDS].map((place) =>
    nearMiss({
      requirement: 'memory/unit',
      place,
      grammar: SIZE_ENDS.includes(place) ? endOfSizes : memoryRangeFault,
      candidate: editedSize,
      seeds: ['8G'],
    }),
  ),
  nearMiss({
    requirement: 'memory/unit',
    place: leafPlace('shm_size'),
    grammar: singleSizeFault,
    candidate: editedSize,
    seeds: ['8G'],
  }),
  // shm_size/single: `shm_size` is no range.
  nearMiss({
    requirement: 'shm_size/single',
    place: leafPlace('shm_size'),
    grammar: singleSizeFault,
    candidate: spelled((pen) => drawRange(pen, drawMemory), spellMemoryScalar),
    seeds: ['8GB..', '..8GB', '4GB..8GB'],
  }),
  // integer/other: Nothing else is an integer.
  ...[...COUNT_RANGES, ...COUNT_ENDS].map((place) =>
    nearMiss({
      requirement: 'integer/other',
      place,
      grammar: COUNT_ENDS.includes(place) ? endOfCounts : countRangeFault,
      candidate: editedCount,
      seeds: ['two'],
    }),
  ),
  ...SIZE_RANGES.flatMap((place) => rangeMisses(place, memoryRangeFault, 'memory/unit', size, editedSize)),
  ...COUNT_RANGES.flatMap((place) =>
    rangeMisses(place, countRangeFault, 'integer/other', count, editedCount),
  ),
  // range/bounded: A range has at least one end.
  ...[...SIZE_RANGES, ...COUNT_RANGES].map((place) =>
    badPlace('range/bounded', place, ['..', ' .. ', '.. ', ' ..', '  ..  ', ' ..  ']),
  ),
];

function size(pen: Pen): string {
  return memoryText(drawMemory(pen), pen);
}

function count(pen: Pen): string {
  return `${drawSignedCount(pen)}`;
}

/**
 * The grammar of an end inside a mapping. A range such as `1..2` has no opinion, because it may break another
 * requirement there.
 */
function endOfSizes(text: string) {
  return text.includes('..') ? undefined : memoryRangeFault(text);
}

function endOfCounts(text: string) {
  return text.includes('..') ? undefined : countRangeFault(text);
}

/**
 * range/order: The lower end is not above the upper end.
 * `alone` is what a text without two dots breaks that is no end.
 */
function rangeMisses(
  place: Place,
  grammar: Grammar,
  alone: RequirementId,
  end: Candidate,
  brokenEnd: Candidate,
): Mutation[] {
  const candidates: readonly (readonly [RequirementId, Candidate, string])[] = [
    ['range/order', (pen) => joined(end(pen), end(pen), pen), '2..1'],
    ['range/two-ends', (pen) => twoEndsBroken(end, brokenEnd, pen), '1..2..3'],
    [alone, (pen) => end(pen) + oneOf(pen.source, OTHER_JOINTS) + end(pen), '1-2'],
  ];
  return candidates.map(([requirement, candidate, seed]) =>
    nearMiss({ requirement, place, grammar, candidate, seeds: [seed] }),
  );
}

const JOINTS = ['..', ' .. ', '.. ', ' ..'] as const;

/** Joins two ends. The greater end is first in about half of the cases, and the grammar selects these. */
function joined(from: string, to: string, pen: Pen): string {
  return from + oneOf(pen.source, JOINTS) + to;
}

/** With two dots in them, so that what is joined is a range that has no two ends. */
const WRONG_DOTS = ['...', '..,', '....', '.. ..', '..='] as const;

/** Without two dots, so that what is joined is one end that is none. */
const OTHER_JOINTS = ['-', ' - ', ' to ', ':', '…', '~', '–', '. .', ','] as const;

/** range/two-ends: A range's text has one `..`, and what stands around it are valid ends. */
function twoEndsBroken(end: Candidate, brokenEnd: Candidate, pen: Pen): string {
  switch (pen.source.below(7)) {
    case 1:
      return joined(brokenEnd(pen), end(pen), pen);
    case 2:
      return `${joined(end(pen), end(pen), pen)}..`;
    case 3:
      return `..${joined(end(pen), end(pen), pen)}`;
    case 4:
      return joined(joined(end(pen), end(pen), pen), end(pen), pen);
    case 5:
      return end(pen) + oneOf(pen.source, WRONG_DOTS) + end(pen);
    case 6:
      return `${brokenEnd(pen)}..`;
    default:
      return joined(end(pen), brokenEnd(pen), pen);
  }
}
