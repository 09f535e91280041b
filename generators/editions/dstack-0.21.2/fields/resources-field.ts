import type { Pen } from '../../../choices/pen.ts';
import { Entries } from '../../../document/entries.ts';
import { knownText } from '../../../document/node.ts';
import { always, never, type Field } from '../../../fields/field.ts';
import type { Presence } from '../../../fields/presence.ts';
import { machineOf } from './groups.ts';
import { DEFAULT_TASK, type TaskMeaning } from './meaning.ts';
import { drawResources, RESOURCE_DEFAULTS, RESOURCE_FIELDS, type Machine } from './resources.ts';

const RESOURCES = knownText('resources');

/** Beside groups, the resources of the task mean nothing, so they may ask for anything. */
const ANY_MACHINE: Machine = { allowsOwnDrivers: true, allowsArm: true };

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
    const machine = task.groups === null ? machineOf(task) : ANY_MACHINE;
    const focus = pen.focus[0] === 'resources' ? pen.focus[1] : undefined;
    task.resources = drawResources(inner, pen, { ...machine, focus });
  } else {
    task.resources = DEFAULT_TASK.resources;
    for (const requirement of RESOURCE_DEFAULTS) pen.byDefault(requirement);
  }
  entries.add(RESOURCES, inner.toNode());
}
