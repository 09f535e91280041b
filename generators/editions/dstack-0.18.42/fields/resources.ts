import { LEVELS } from '../../../../spec/generated/editions/dstack-0.18.42/levels.ts';
import type { RequirementId } from '../../../../spec/generated/requirement-ids.ts';
import { drawSignedCount } from '../../../meaning/count.ts';
import { drawGpu } from '../../../meaning/gpu.ts';
import { drawMemory, drawMemoryRange } from '../../../meaning/memory.ts';
import { drawRange } from '../../../meaning/range.ts';
import { DEFAULT_RESOURCES, type Resources } from './resources-meaning.ts';
import type { Pen } from '../../../choices/pen.ts';
import { spellDisk } from '../../../spelling/disk.ts';
import { spellGpu } from '../../../spelling/gpu.ts';
import { spellMemory } from '../../../spelling/memory.ts';
import { spellCountRange, spellMemoryRange } from '../../../spelling/range.ts';
import { Entries } from '../../../document/entries.ts';
import { fieldsWith, spellNull, type Field } from '../../../fields/field.ts';
import { drawPresence } from '../../../fields/presence.ts';
import { drawDisk } from '../../../meaning/disk.ts';

/** `resources` with one field from outside: GPUs of amd need an image. */
interface ResourcesDraft extends Resources {
  readonly hasImage: boolean;
}

/** It has all members, because the engine copies an object fast only if the copy gets no further ones. */
const DEFAULT_DRAFT: ResourcesDraft = { ...DEFAULT_RESOURCES, hasImage: false };

const field = fieldsWith<ResourcesDraft>(DEFAULT_DRAFT, LEVELS);

export const RESOURCE_FIELDS: readonly Field<ResourcesDraft>[] = [
  field('cpu', {
    popularity: 70,
    given: 'cpu/given',
    byDefault: 'cpu/default',
    draw: (pen) => drawRange(pen, drawSignedCount),
    spell: spellCountRange,
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
    byDefault: 'gpu/default',
    draw: (pen, { hasImage }) => drawGpu(pen, hasImage ? 'image' : 'no-image'),
    spell: spellGpu,
    spellAbsent: spellNull,
  }),
  field('disk', { popularity: 70, byDefault: 'disk/default', draw: drawDisk, spell: spellDisk }),
];

export const RESOURCE_DEFAULTS: readonly RequirementId[] = RESOURCE_FIELDS.flatMap(
  ({ byDefault }) => byDefault,
);

export interface ResourcesFrame {
  readonly hasImage: boolean;
  /** A field that a mutation writes itself. */
  readonly claimed?: string;
}

/** Draws the meaning of `resources` and writes its entries. */
export function drawResources(entries: Entries, pen: Pen, frame: ResourcesFrame): Resources {
  pen.note('resources/mapping');
  const { hasImage, claimed } = frame;
  const resources: ResourcesDraft = { ...DEFAULT_DRAFT, hasImage };
  for (const each of RESOURCE_FIELDS) {
    const name = each.key.value;
    if (name === claimed || (pen.offer !== undefined && !pen.offers('resources', name))) continue;
    pen.source.enter('part', name);
    const presence = drawPresence(pen, each.popularity, 'usual');
    const before = entries.keys.length;
    if (name === pen.focus[1]) each.write('given', resources, entries, pen);
    else if (presence !== 'left-out') each.write(presence, resources, entries, pen);
    if (entries.keys.length === before)
      each.byDefault.forEach((requirement) => {
        pen.byDefault(requirement);
      });
    pen.source.leave();
  }
  return resources;
}
