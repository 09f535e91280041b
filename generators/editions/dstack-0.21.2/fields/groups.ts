import { LEVELS } from '../../../../spec/generated/editions/dstack-0.21.2/levels.ts';
import { oneOf } from '../../../choices/choose.ts';
import type { Pen } from '../../../choices/pen.ts';
import { Entries } from '../../../document/entries.ts';
import { knownText, list, type MappingNode } from '../../../document/node.ts';
import { always, fieldsWith, never, spellNull, type Field } from '../../../fields/field.ts';
import { drawPresence, type Presence } from '../../../fields/presence.ts';
import { drawNodes } from '../../../meaning/count.ts';
import { drawList } from '../../../meaning/list.ts';
import { drawPort, PORTS_OF_TCP } from '../../../meaning/port.ts';
import { spellInteger } from '../../../spelling/integer.ts';
import { spellPort } from '../../../spelling/port.ts';
import { spellList, spellText, spellTextList } from '../../../spelling/text.ts';
import { drawGroupCommands } from './commands.ts';
import { DEFAULT_GROUP, type Group } from './group-meaning.ts';
import type { TaskMeaning } from './meaning.ts';
import { drawResources, type Machine } from './resources.ts';

const GROUPS = knownText('groups');
const RESOURCES = knownText('resources');

/** Names of groups. None is the index of another group. */
const NAMES = [
  'server',
  'workers',
  'a',
  'head',
  'a-1',
  '007',
  'x--',
  'q'.repeat(40),
  '9',
  'no',
  'null',
] as const;

/** A group with what the task and the groups before it decide. */
interface GroupDraft extends Group, Machine {
  readonly hasImage: boolean;
  readonly taken: ReadonlySet<string>;
}

const field = fieldsWith<GroupDraft>(
  { ...DEFAULT_GROUP, allowsOwnDrivers: false, allowsArm: false, hasImage: false, taken: new Set() },
  LEVELS,
);

const GROUP_FIELDS: readonly Field<GroupDraft>[] = [
  field('name', {
    popularity: 120,
    given: 'groups/name',
    byDefault: 'groups/name-default',
    draw: drawName,
    spell: spellText,
    spellAbsent: spellNull,
  }),
  field('nodes', {
    popularity: 120,
    given: 'groups/nodes',
    byDefault: 'groups/nodes-default',
    draw: drawNodes,
    spell: spellInteger,
  }),
  {
    key: RESOURCES,
    popularity: 120,
    byDefault: ['groups/resources-default'],
    isObserved: true,
    isFree: always,
    isNeeded: never,
    inBare: null,
    otherKeys: [],
    parts: [],
    write: writeResources,
  },
  field('ports', {
    popularity: 40,
    given: 'groups/ports',
    byDefault: 'groups/ports-default',
    draw: (pen) => drawList(pen, 1, () => drawPort(pen, PORTS_OF_TCP)),
    spell: (ports, pen) => spellList(ports, pen, (port) => spellPort(port, pen, PORTS_OF_TCP)),
  }),
  field('commands', {
    popularity: 200,
    given: 'groups/commands',
    byDefault: 'groups/commands-default',
    draw: drawGroupCommands,
    spell: spellTextList,
    isNeeded: ({ hasImage }) => !hasImage,
  }),
];

/** `groups`, whose items are mappings with fields of their own. */
export const GROUPS_FIELD: Field<TaskMeaning> = {
  key: GROUPS,
  popularity: 24,
  byDefault: ['groups/default'],
  isObserved: false,
  isFree: always,
  isNeeded: never,
  inBare: null,
  otherKeys: [],
  parts: [],
  write: writeGroups,
};

function writeGroups(presence: Presence, task: TaskMeaning, entries: Entries, pen: Pen): void {
  if (presence !== 'given') {
    if (pen.documented) return;
    pen.byDefault('groups/default');
    entries.add(GROUPS, spellNull(pen));
    return;
  }
  pen.note('groups/list');
  if (!pen.documented) pen.note('groups/no-nodes');
  const { groups, nodes } = drawGroups(task, pen);
  task.groups = groups;
  entries.add(GROUPS, list(nodes));
}

interface DrawnGroups {
  readonly groups: readonly Group[];
  readonly nodes: readonly MappingNode[];
}

/** Draws one to four groups, which share the task's image. */
export function drawGroups(task: Readonly<TaskMeaning>, pen: Pen): DrawnGroups {
  const groups: Group[] = [];
  const nodes: MappingNode[] = [];
  const taken = new Set<string>();
  pen.source.enter('part');
  for (let more = true; more; more = groups.length < 4 && pen.source.below(3) > 0) {
    pen.source.enter('item');
    const entries = new Entries();
    const group = drawGroup(task, taken, entries, pen);
    if (group.name !== null) taken.add(group.name);
    groups.push(group);
    nodes.push(entries.toNode());
    pen.source.leave();
  }
  pen.source.leave();
  return { groups, nodes };
}

function drawGroup(
  { image, docker }: Readonly<TaskMeaning>,
  taken: ReadonlySet<string>,
  entries: Entries,
  pen: Pen,
): Group {
  const hasImage = image !== null;
  const draft: GroupDraft = {
    ...DEFAULT_GROUP,
    ...machineOf({ image, docker }),
    hasImage,
    taken,
  };
  for (const each of GROUP_FIELDS) {
    pen.source.enter('part', each.key.value);
    const presence = drawPresence(pen, each.popularity, 'usual');
    const before = entries.keys.length;
    if (each.isNeeded(draft)) each.write('given', draft, entries, pen);
    else if (presence !== 'left-out' && !(each.isObserved && pen.documented))
      each.write(presence, draft, entries, pen);
    if (entries.keys.length === before)
      each.byDefault.forEach((requirement) => {
        pen.byDefault(requirement);
      });
    pen.source.leave();
  }
  return draft;
}

/**
 * What a task's image and `docker` allow its machines to be. An empty image is one here.
 * gpu/needs-image: The vendors amd, intel and tenstorrent need an `image` or `docker: true`, unless the count's upper
 *   end is 0.
 * cpu/arm-needs-image: The architecture arm needs an `image`.
 * cpu/arm-without-docker: The architecture arm excludes `docker: true`.
 */
export function machineOf({ image, docker }: Pick<TaskMeaning, 'image' | 'docker'>): Machine {
  return { allowsOwnDrivers: image !== null || docker, allowsArm: image !== null && !docker };
}

/**
 * Draws a name that no group before has.
 * groups/name-line-break: A line break after the name of a group is accepted, and stays.
 */
function drawName(pen: Pen, { taken }: Readonly<GroupDraft>): string {
  const drawn = oneOf(pen.source, NAMES);
  const isBroken = pen.strays(16);
  const name = isBroken ? `${drawn}\n` : drawn;
  if (isBroken) pen.note('groups/name-line-break');
  return taken.has(name) ? `g${taken.size}` : name;
}

function writeResources(presence: Presence, group: GroupDraft, entries: Entries, pen: Pen): void {
  pen.note('groups/resources');
  const inner = new Entries();
  if (presence === 'given') group.resources = drawResources(inner, pen, { ...group, isWhole: true });
  entries.add(RESOURCES, inner.toNode());
}
