import { DEFAULT_TASK, type TaskMeaning } from './meaning.ts';
import { knownText } from '../../../document/node.ts';
import type { Pen } from '../../../choices/pen.ts';
import { Entries } from '../../../document/entries.ts';
import { always, never, type Field } from '../../../fields/field.ts';
import type { Presence } from '../../../fields/presence.ts';
import { drawResources, RESOURCE_DEFAULTS, RESOURCE_FIELDS } from './resources.ts';

const RESOURCES = knownText('resources');

export const RESOURCES_FIELD: Field<TaskMeaning> = {
  key: RESOURCES,
  popularity: 130,
  byDefault: RESOURCE_DEFAULTS,
  isObserved: false,
  isFree: always,
  isNeeded: never,
  inBare: null,
  otherKeys: [],
  parts: RESOURCE_FIELDS,
  write: writeResources,
};

function writeResources(presence: Presence, task: TaskMeaning, entries: Entries, pen: Pen): void {
  const inner = new Entries();
  if (presence === 'given') {
    task.resources = drawResources(inner, pen, { hasImage: Boolean(task.image) });
  } else {
    task.resources = DEFAULT_TASK.resources;
    for (const requirement of RESOURCE_DEFAULTS) pen.byDefault(requirement);
  }
  entries.add(RESOURCES, inner.toNode());
}
