import { drawSignedCount } from '../../../meaning/count.ts';
import { drawGpu } from '../../../meaning/gpu.ts';
import { drawMemory } from '../../../meaning/memory.ts';
import { drawRange } from '../../../meaning/range.ts';
import type { Mutation } from '../mutations/mutation.ts';
import { entryPlace, fieldPlace, leafPlace, onlyItemPlace } from '../mutations/place.ts';
import { text, type Node } from '../../../document/node.ts';
import type { Pen } from '../../../choices/pen.ts';
import { spellGpu } from '../../../spelling/gpu.ts';
import { spellInteger } from '../../../spelling/integer.ts';
import { spellMemory } from '../../../spelling/memory.ts';
import { spellCountRange, spellMemoryRange } from '../../../spelling/range.ts';
import { Entries } from '../../../document/entries.ts';
import { drawResources } from '../fields/resources.ts';
import { mappingOnly, noScalar, NULL_REFUSED, onlyWords } from './kinds.ts';
import { wrongKinds, type Kinds } from './wrong-kind.ts';

const CPU = leafPlace('cpu');

const MEMORY = leafPlace('memory');

const GPU = leafPlace('gpu');

const DISK = leafPlace('disk');

/** range/kind: A range is a number, a text or a mapping. */
const RANGE: Kinds['wrong'] = { list: 'range/kind' };

const POSITIONS: readonly Kinds[] = [
  // resources/mapping: `resources` is a mapping of requirements.
  {
    place: fieldPlace('resources'),
    right: resources,
    isMapping: true,
    wrong: { ...mappingOnly('resources/mapping'), ...NULL_REFUSED },
  },
  { place: CPU, right: countRange, isMapping: true, wrong: { ...RANGE, ...NULL_REFUSED } },
  { place: MEMORY, right: sizeRange, isMapping: true, wrong: { ...RANGE, ...NULL_REFUSED } },
  // integer/other: Nothing else is an integer.
  // memory/unit: Any other unit, and text without a number, is refused.
  ...['min', 'max'].flatMap((end) => [
    { place: entryPlace(CPU, end), right: count, wrong: noScalar('integer/other') },
    { place: entryPlace(MEMORY, end), right: size, wrong: noScalar('memory/unit') },
  ]),
  { place: leafPlace('shm_size'), right: size, wrong: noScalar('memory/unit') },
  // disk/kind: `disk` is a size or a mapping.
  { place: DISK, right: sizeRange, isMapping: true, wrong: { list: 'disk/kind' } },
  {
    place: entryPlace(DISK, 'size'),
    right: sizeRange,
    isMapping: true,
    wrong: { ...RANGE, ...NULL_REFUSED },
  },
  // gpu/kind: `gpu` is a number, a text or an object.
  {
    place: GPU,
    right: (pen) => spellGpu(drawGpu(pen, 'image'), pen),
    isMapping: true,
    wrong: { list: 'gpu/kind', float: 'gpu/kind' },
  },
  // gpu/vendor: `vendor` is one of nvidia, amd, google and intel.
  { place: entryPlace(GPU, 'vendor'), right: () => text('nvidia'), wrong: onlyWords('gpu/vendor') },
  // text/scalar-only: A list or a mapping is refused where text is expected.
  {
    place: entryPlace(GPU, 'name'),
    right: gpuName,
    wrong: { mapping: 'text/scalar-only', 'empty-mapping': 'text/scalar-only' },
  },
  {
    place: onlyItemPlace(entryPlace(GPU, 'name')),
    right: gpuName,
    wrong: { ...noScalar('text/scalar-only'), ...NULL_REFUSED },
  },
  {
    place: entryPlace(GPU, 'count'),
    right: countRange,
    isMapping: true,
    wrong: { ...RANGE, ...NULL_REFUSED },
  },
  ...['memory', 'total_memory'].map((name): Kinds => ({
    place: entryPlace(GPU, name),
    right: sizeRange,
    isMapping: true,
    wrong: RANGE,
  })),
  // gpu/compute_capability-format: A compute capability has a major and a minor integer.
  {
    place: entryPlace(GPU, 'compute_capability'),
    right: () => text('7.5'),
    wrong: {
      ...noScalar('gpu/compute_capability-format'),
      boolean: 'gpu/compute_capability-format',
      integer: 'gpu/compute_capability-format',
    },
  },
];

/** The wrong kinds at every position of `resources`. */
export const WRONG_RESOURCE_KINDS: readonly Mutation[] = POSITIONS.flatMap(wrongKinds);

function resources(pen: Pen): Node {
  const entries = new Entries();
  drawResources(entries, pen, { hasImage: false });
  return entries.toNode();
}

function count(pen: Pen): Node {
  return spellInteger(drawSignedCount(pen), pen);
}

function size(pen: Pen): Node {
  return spellMemory(drawMemory(pen), pen);
}

function countRange(pen: Pen): Node {
  return spellCountRange(drawRange(pen, drawSignedCount), pen);
}

function sizeRange(pen: Pen): Node {
  return spellMemoryRange(drawRange(pen, drawMemory), pen);
}

function gpuName(): Node {
  return text('A100');
}
