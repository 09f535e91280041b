import { LEVELS } from '../../../../spec/generated/editions/dstack-0.21.2/levels.ts';
import type { RequirementId } from '../../../../spec/generated/requirement-ids.ts';
import type { Pen } from '../../../choices/pen.ts';
import { Entries } from '../../../document/entries.ts';
import { fieldsWith, spellNull, type Field } from '../../../fields/field.ts';
import { drawPresence } from '../../../fields/presence.ts';
import { drawCpu } from '../../../meaning/cpu.ts';
import { drawDisk } from '../../../meaning/disk.ts';
import { drawGpuOf } from '../../../meaning/gpu.ts';
import { drawMemory, drawMemoryRange } from '../../../meaning/memory.ts';
import { spellCpu } from '../../../spelling/cpu.ts';
import { spellDisk } from '../../../spelling/disk.ts';
import { spellGpuOf } from '../../../spelling/gpu.ts';
import { spellMemory } from '../../../spelling/memory.ts';
import { spellMemoryRange } from '../../../spelling/range.ts';
import { GPUS } from './gpu-rules.ts';
import { DEFAULT_RESOURCES, type Resources } from './resources-meaning.ts';

/** What the task around them allows resources to ask for. */
export interface Machine {
  /** GPUs of the vendors that need an image or `docker`. */
  readonly allowsOwnDrivers: boolean;
  /** CPUs of arm, which need an image and exclude `docker`. */
  readonly allowsArm: boolean;
}

type ResourcesDraft = Resources & Machine;

const NOTHING_SPECIAL: Machine = { allowsOwnDrivers: false, allowsArm: false };

const field = fieldsWith<ResourcesDraft>({ ...DEFAULT_RESOURCES, ...NOTHING_SPECIAL }, LEVELS);

export const RESOURCE_FIELDS: readonly Field<ResourcesDraft>[] = [
  field('cpu', {
    popularity: 80,
    given: 'cpu/given',
    byDefault: 'cpu/default',
    draw: (pen, { allowsArm }) => drawCpu(pen, allowsArm),
    spell: spellCpu,
  }),
  field('memory', {
    popularity: 90,
    given: 'memory/given',
    byDefault: 'memory/default',
    draw: drawMemoryRange,
    spell: spellMemoryRange,
  }),
  field('shm_size', {
    popularity: 60,
    given: 'shm_size/given',
    byDefault: 'shm_size/default',
    draw: drawMemory,
    spell: spellMemory,
    spellAbsent: spellNull,
  }),
  field('gpu', {
    popularity: 160,
    byDefault: 'gpu/default-any',
    draw: (pen, { allowsOwnDrivers }) => drawGpuOf(GPUS, pen, allowsOwnDrivers ? 'image' : 'no-image'),
    spell: (gpu, pen) => spellGpuOf(GPUS, gpu, pen),
    spellAbsent: spellNull,
  }),
  field('disk', { popularity: 70, byDefault: 'disk/default', draw: drawDisk, spell: spellDisk }),
];

export const RESOURCE_DEFAULTS: readonly RequirementId[] = RESOURCE_FIELDS.flatMap(
  ({ byDefault }) => byDefault,
);

export interface ResourcesFrame extends Machine {
  /** A field that a mutation writes itself. */
  readonly claimed?: string;
  /** True for the resources of a group, whose fields are not declared one by one. */
  readonly isWhole?: true;
  /** The field that is sure to be there. */
  readonly focus?: string | undefined;
}

/** Draws the meaning of `resources` and writes its entries. */
export function drawResources(entries: Entries, pen: Pen, frame: ResourcesFrame): Resources {
  pen.note('resources/mapping');
  const { allowsOwnDrivers, allowsArm, claimed, focus, isWhole = false } = frame;
  const { offer } = pen;
  const draft: ResourcesDraft = { ...DEFAULT_RESOURCES, allowsOwnDrivers, allowsArm };
  for (const each of RESOURCE_FIELDS) {
    const name = each.key.value;
    if (name === claimed || (!isWhole && offer !== undefined && !offer.has(['resources', name]))) continue;
    pen.source.enter('part', name);
    const presence = drawPresence(pen, each.popularity, 'usual');
    const before = entries.keys.length;
    if (name === focus) each.write('given', draft, entries, pen);
    else if (presence !== 'left-out') each.write(presence, draft, entries, pen);
    if (entries.keys.length === before)
      each.byDefault.forEach((requirement) => {
        pen.byDefault(requirement);
      });
    pen.source.leave();
  }
  return draft;
}
