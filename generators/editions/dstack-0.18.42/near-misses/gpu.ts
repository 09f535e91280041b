import type { RequirementId } from '../../../../spec/generated/requirement-ids.ts';
import { oneOf, type Pool } from '../../../choices/choose.ts';
import { drawGpu, FOUR_VENDORS } from '../../../meaning/gpu.ts';
import { single } from '../../../meaning/range.ts';
import type { Mutation } from '../mutations/mutation.ts';
import { entryPlace, frameOf, leafPlace } from '../mutations/place.ts';
import { integer, mapping, text, type Node } from '../../../document/node.ts';
import { Pen } from '../../../choices/pen.ts';
import { spellGpu } from '../../../spelling/gpu.ts';
import { canBeGpuText, spellGpuText } from '../../../spelling/gpu-text.ts';
import { computeCapabilityFault, gpuTextFault, vendorFault } from '../../../misspelling/gpu.ts';
import { edited, nearMiss, type Candidate } from './near-miss.ts';
import { after, cutOff, exchanged, followedBy, LENIENT, trapped, type Trap } from './trap.ts';

const GPU = leafPlace('gpu');

const VENDORS = ['nvidia', 'amd', 'google', 'intel', 'tpu', 'NVIDIA', 'Google'] as const;

const FOREIGN_VENDORS = [
  'tenstorrent',
  'tt',
  'apple',
  'any',
  'cuda',
  'rocm',
  'xilinx',
  'gpu',
  'nvidia,amd',
  'google-tpu',
  'A100',
  'gcp',
  '*',
  'null',
] as const;

const PARTS = [
  'A100',
  '2',
  '80GB',
  'nvidia',
  '1..',
  'H100,T4',
  '24GB..',
  'tpu',
  '40GB..80GB',
  'L4',
  '8',
  'Intel',
] as const;

const SIZED = edited(gpuText, [
  'G',
  'i',
  'iB',
  '.',
  '..',
  'x',
  '-',
  'GB',
  ':8G',
  ':80GiB',
  ':4x',
  ' ',
  ':1.5',
  ':2..x',
]);

const editedVendor = trapped(
  ({ source }) => oneOf(source, VENDORS),
  [
    cutOff,
    followedBy('s'),
    ...['\u0131', '\u0130', '\u0456', '\u0131', '\u0130'].map((alike) => exchanged(/i/i, alike)),
    ...LENIENT,
  ],
  [' ', ',', ':', '-', 'a', 'i'],
);

const VERSION_TRAPS: Pool<Trap> = [
  exchanged(/\..*/, ''),
  followedBy('.0'),
  exchanged(/\./, ','),
  after('v'),
  after('sm_'),
  followedBy('+'),
  exchanged(/(?<=\.).*/, ''),
  exchanged(/.*(?=\.)/, ''),
  followedBy('.'),
  followedBy('a'),
  exchanged(/\./, '..'),
  after('>='),
];

const CAPABILITY = entryPlace(GPU, 'compute_capability');

/** Near-misses of the text and the object of a GPU. */
export const GPU_NEAR_MISSES: readonly Mutation[] = [
  textMiss('gpu/text-empty-part', emptyPartAdded, 'A100:'),
  textMiss('gpu/text-names', emptyNameAdded, 'A100,'),
  textMiss('gpu/text-once', partAdded, 'A100:H100'),
  // memory/unit: Any other unit, and text without a number, is refused.
  textMiss('memory/unit', SIZED, 'A100:8G'),
  // integer/other: Nothing else is an integer.
  textMiss('integer/other', SIZED, 'A100:1.5'),
  // range/two-ends: A range's text has one `..`, and what stands around it are valid ends.
  textMiss('range/two-ends', SIZED, 'A100:1..2..3'),
  // range/order: The lower end is not above the upper end.
  textMiss(
    'range/order',
    (pen) => `${gpuText(pen)}:${4 + pen.source.below(4)}..${pen.source.below(4)}`,
    'A100:4..2',
  ),
  // gpu/vendor: `vendor` is one of nvidia, amd, google and intel.
  nearMiss({
    requirement: 'gpu/vendor',
    place: entryPlace(GPU, 'vendor'),
    grammar: vendorFault,
    candidate: vendorOrForeign,
    seeds: FOREIGN_VENDORS,
  }),
  // gpu/compute_capability-format: A compute capability has a major and a minor integer.
  nearMiss({
    requirement: 'gpu/compute_capability-format',
    place: CAPABILITY,
    grammar: computeCapabilityFault,
    candidate: trapped(version, VERSION_TRAPS, ['.', ',', 'v', '.0', 'sm_', '+', '-', 'a', ' ', '>=', '..']),
    seeds: ['7.5.1'],
  }),
  {
    kind: 'fields',
    requirement: 'gpu/compute_capability-format',
    ...frameOf(CAPABILITY),
    write: (entries, pen) => CAPABILITY.put(pairAsMapping(pen), entries, pen),
  },
  {
    kind: 'fields',
    requirement: 'gpu/amd-needs-image',
    ...frameOf(GPU),
    image: 'none',
    needs: [...GPU.needs, ['image']],
    isEdited: true,
    write: (entries, pen) => {
      // What it notes is of no document.
      GPU.put(amdGpu(pen.quiet()), entries, pen);
      return '/image';
    },
  },
];

/**
 * gpu/amd-needs-image: The vendor amd needs an image, unless the count's upper end is 0.
 * A negative upper end is never drawn here.
 */
function amdGpu(pen: Pen): Node {
  const drawn = drawGpu(pen, 'image');
  const { max } = drawn.count;
  const count = max !== null && max <= 0 ? single(1) : drawn.count;
  return spellGpu({ ...drawn, vendor: 'amd', count }, pen);
}

/**
 * gpu/compute_capability-pair: A list of two integers is a compute capability.
 * A mapping with such keys is none.
 */
function pairAsMapping({ source }: Pen): Node {
  const [major, minor] = [7 + source.below(6), source.below(7)];
  return mapping([text(`${major}`), text(`${minor}`)], [integer(0), integer(source.below(2))]);
}

function textMiss(requirement: RequirementId, candidate: Candidate, seed: string): Mutation {
  return nearMiss({ requirement, place: GPU, grammar: gpuTextFault, candidate, seeds: [seed] });
}

/** Draws a valid text of a GPU. */
function gpuText(pen: Pen): string {
  const gpu = drawGpu(pen, 'image');
  const node = canBeGpuText(gpu, pen, FOUR_VENDORS) ? spellGpuText(gpu, pen, FOUR_VENDORS) : undefined;
  return node?.kind === 'text' ? node.value : 'A100';
}

/** gpu/text-empty-part: In text, no part is empty. */
function emptyPartAdded(pen: Pen): string {
  const valid = gpuText(pen);
  switch (pen.source.below(5)) {
    case 1:
      return `:${valid}`;
    case 2:
      return `${valid}: `;
    case 3:
      return valid.includes(':') ? valid.replace(':', '::') : ` : ${valid}`;
    case 4:
      return `${valid}: :${oneOf(pen.source, PARTS)}`;
    default:
      return `${valid}:`;
  }
}

/** gpu/text-names: In text, names are separated by commas, and none is empty. */
function emptyNameAdded(pen: Pen): string {
  const valid = gpuText(pen);
  const comma = oneOf(pen.source, [',', ',,', ' , ', ',,,', ', ,']);
  if (valid.includes(',')) return valid.replace(/ ?, ?/, `,${comma}`);
  const names = `${oneOf(pen.source, ['A100', 'T4', 'MI300X', 'h100'])}${comma}`;
  return pen.source.below(2) === 0 ? names : `${names}:${1 + pen.source.below(9)}`;
}

/** gpu/text-once: In text, each kind of part stands once. */
function partAdded(pen: Pen): string {
  const valid = gpuText(pen);
  const part = oneOf(pen.source, PARTS);
  return pen.source.below(2) === 0 ? `${valid}:${part}` : `${part}:${valid}`;
}

function vendorOrForeign(pen: Pen): string {
  return pen.source.below(3) === 2 ? oneOf(pen.source, FOREIGN_VENDORS) : editedVendor(pen);
}

function version(pen: Pen): string {
  return `${pen.source.below(13)}.${pen.source.below(11)}`;
}
