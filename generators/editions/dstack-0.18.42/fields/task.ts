import { oneOf, shuffled } from '../../../choices/choose.ts';
import { IMAGES } from '../../../meaning/pools.ts';
import { DEFAULT_TASK, type TaskMeaning } from './meaning.ts';
import { knownText, mapping, type MappingNode } from '../../../document/node.ts';
import type { Pen } from '../../../choices/pen.ts';
import { spellText } from '../../../spelling/text.ts';
import { Entries } from '../../../document/entries.ts';
import type { Field } from '../../../fields/field.ts';
import { ALIKE_COMMANDS, FIELDS } from './fields.ts';
import { drawDensity, drawPresence, type Density, type Presence } from '../../../fields/presence.ts';

const TYPE = knownText('type');
const TASK = knownText('task');
const IMAGE = knownText('image');
const COMMANDS = knownText('commands');

/** The requests of a mutation about the task around it. */
export interface TaskFrame {
  /** The fields that the mutation writes itself. */
  readonly claims: readonly string[];
  readonly image: 'any' | 'given' | 'none';
}

const NO_FRAME: TaskFrame = { claims: [], image: 'any' };

/** Draws a task and writes it into `entries`, except for the claimed fields. */
export function drawTask(entries: Entries, pen: Pen, frame: TaskFrame = NO_FRAME): TaskMeaning {
  const task: TaskMeaning = { ...DEFAULT_TASK };
  const { claims } = frame;
  if (!claims.includes('type')) {
    pen.note('type/task');
    entries.add(TYPE, TASK);
  }
  const density = drawDensity(pen);
  for (const field of FIELDS) {
    const name = field.key.value;
    if (claims.length > 0 && claims.includes(name)) continue;
    pen.source.enter('part', name);
    if (field.key === IMAGE && frame.image !== 'any') writeImage(frame.image, task, entries, pen);
    else if (density === 'bare' && field.key === COMMANDS)
      writeField(ALIKE_COMMANDS, density, task, entries, pen);
    else writeField(field, density, task, entries, pen);
    pen.source.leave();
  }
  return task;
}

/** Returns the entries as a mapping, in the order of the page or in any other. */
export function arrange(entries: Entries, pen: Pen): MappingNode {
  if (pen.source.below(2) === 0) return entries.toNode();
  const order = shuffled(
    pen.source,
    entries.keys.map((key, index) => index),
  );
  const { keys, values } = entries;
  const moved = new Entries();
  for (const index of order) {
    const [key, value] = [keys[index], values[index]];
    if (key !== undefined && value !== undefined) moved.add(key, value);
  }
  return mapping(moved.keys, moved.values);
}

function writeField(
  field: Field<TaskMeaning>,
  density: Density,
  task: TaskMeaning,
  entries: Entries,
  pen: Pen,
): void {
  const presence = presenceOf(field, density, task, pen);
  const before = entries.keys.length;
  if (presence !== 'left-out') field.write(presence, task, entries, pen);
  if (entries.keys.length === before) for (const requirement of field.byDefault) pen.byDefault(requirement);
}

function presenceOf(field: Field<TaskMeaning>, density: Density, task: TaskMeaning, pen: Pen): Presence {
  const drawn = drawPresence(pen, field.popularity, density);
  const name = field.key.value;
  if (field.isObserved && pen.documented) return 'left-out';
  // An empty image counts as none (document/commands-or-image).
  if (name === pen.focus[0] || (name === 'commands' && !task.image)) {
    return field.isFree(task) ? 'given' : drawn;
  }
  return drawn === 'given' && !field.isFree(task) ? 'left-out' : drawn;
}

function writeImage(image: 'given' | 'none', task: TaskMeaning, entries: Entries, pen: Pen): void {
  if (image === 'none') {
    pen.byDefault('image/default');
    return;
  }
  task.image = oneOf(pen.source, IMAGES);
  pen.note('image/given');
  entries.add(IMAGE, spellText(task.image, pen));
}
