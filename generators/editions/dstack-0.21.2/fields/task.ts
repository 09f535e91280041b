import { oneOf } from '../../../choices/choose.ts';
import type { DeclarableField } from '../../../choices/offer.ts';
import type { Pen } from '../../../choices/pen.ts';
import type { Entries } from '../../../document/entries.ts';
import { knownText } from '../../../document/node.ts';
import { declarableFields } from '../../../fields/declarable.ts';
import { drawFields, type Write } from '../../../fields/draw-fields.ts';
import { IMAGES } from '../../../meaning/pools.ts';
import type { Frame } from '../../../mutation.ts';
import { spellText } from '../../../spelling/text.ts';
import { FIELDS } from './fields.ts';
import { DEFAULT_TASK, type TaskMeaning } from './meaning.ts';

const TYPE = knownText('type');
const TASK = knownText('task');
const IMAGE = knownText('image');

/** Fields that a task with groups does not have. */
const NOT_BESIDE_GROUPS: readonly string[] = ['nodes', 'entrypoint', 'ports', 'commands'];

/** The requests of a mutation about the task around it. */
export interface TaskFrame extends Frame {
  readonly image: 'any' | 'given' | 'none';
}

const NO_FRAME: TaskFrame = { claims: [], image: 'any' };

/** The way to write the image for each request of a frame. */
const WRITES: Readonly<Record<TaskFrame['image'], ReadonlyMap<string, Write<TaskMeaning>>>> = {
  any: new Map(),
  given: new Map([['image', writeImage]]),
  none: new Map([['image', writeNoImage]]),
};

/** The fields that an implementation may declare. The type is no field of the table, because every task has it. */
export const DECLARABLE: readonly DeclarableField[] = [
  { path: ['type'], keys: ['type'], byDefault: [] },
  ...declarableFields(FIELDS),
];

/** Draws a task and writes it into `entries`, except for the claimed fields. */
export function drawTask(entries: Entries, pen: Pen, frame: TaskFrame = NO_FRAME): TaskMeaning {
  const task: TaskMeaning = { ...DEFAULT_TASK };
  const { image } = frame;
  const claims = withGroups(frame.claims, pen);
  if (!claims.includes('type')) {
    pen.note('type/task');
    entries.add(TYPE, TASK);
  }
  drawFields(FIELDS, task, entries, pen, { claims, writes: WRITES[image] });
  return task;
}

/** Returns the claims, and leaves out groups where a field is sure to be there that they exclude. */
function withGroups(claims: readonly string[], { focus }: Pen): readonly string[] {
  const [focused = ''] = focus;
  const isExcluded =
    NOT_BESIDE_GROUPS.includes(focused) || claims.some((each) => NOT_BESIDE_GROUPS.includes(each));
  return isExcluded && !claims.includes('groups') ? [...claims, 'groups'] : claims;
}

function writeImage(task: TaskMeaning, entries: Entries, pen: Pen): void {
  task.image = oneOf(pen.source, IMAGES);
  pen.note('image/given');
  entries.add(IMAGE, spellText(task.image, pen));
}

function writeNoImage(_task: TaskMeaning, _entries: Entries, pen: Pen): void {
  pen.byDefault('image/default');
}
