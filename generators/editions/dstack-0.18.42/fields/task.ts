import { oneOf } from '../../../choices/choose.ts';
import type { Pen } from '../../../choices/pen.ts';
import type { Entries } from '../../../document/entries.ts';
import { knownText } from '../../../document/node.ts';
import { drawFields, type Write } from '../../../fields/draw-fields.ts';
import { IMAGES } from '../../../meaning/pools.ts';
import type { Frame } from '../../../mutation.ts';
import { spellText } from '../../../spelling/text.ts';
import type { DeclarableField } from '../../../choices/offer.ts';
import { declarableFields } from '../../../fields/declarable.ts';
import { FIELDS } from './fields.ts';
import { DEFAULT_TASK, type TaskMeaning } from './meaning.ts';

const TYPE = knownText('type');
const TASK = knownText('task');
const IMAGE = knownText('image');

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
  const { claims, image } = frame;
  if (!claims.includes('type')) {
    pen.note('type/task');
    entries.add(TYPE, TASK);
  }
  drawFields(FIELDS, task, entries, pen, { claims, writes: WRITES[image] });
  return task;
}

function writeImage(task: TaskMeaning, entries: Entries, pen: Pen): void {
  task.image = oneOf(pen.source, IMAGES);
  pen.note('image/given');
  entries.add(IMAGE, spellText(task.image, pen));
}

function writeNoImage(_task: TaskMeaning, _entries: Entries, pen: Pen): void {
  pen.byDefault('image/default');
}
