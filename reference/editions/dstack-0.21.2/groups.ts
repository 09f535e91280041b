import type { NormalGroup } from '../../../spec/generated/editions/dstack-0.21.2/normal-form.ts';
import { PYDANTIC_2 } from '../../coercion/pydantic-2/pydantic-2.ts';
import { describe } from '../../document/describe.ts';
import { reject, Rejection } from '../../document/violation.ts';
import { listOf, notEmpty } from '../../fields/list.ts';
import { byDefault, field, mappingOf, optional, tableOf, type Field } from '../../fields/mapping.ts';
import type { Tracer } from '../../fields/origin.ts';
import { nodesReader } from '../../values/nodes.ts';
import { portReader } from '../../values/port.ts';
import { PORT_RULES } from './port.ts';
import { readResources, RESOURCES } from './resources.ts';

/** A group as it is written: a name may be missing. */
type Group = Omit<NormalGroup, 'name'> & { readonly name: string | null };

const RESOURCES_FIELD: Field<NormalGroup['resources']> = {
  // groups/resources: `resources` are what each node of the group needs.
  // groups/resources-default: Without `resources`, the defaults are meant, and not those of the task.
  ...field(readResources, 'groups/resources', byDefault(RESOURCES.defaults, 'groups/resources-default')),
  table: RESOURCES,
};

const GROUP = tableOf<Group>(
  {
    // groups/name: `name` is the name of the group.
    // groups/name-default: Without a `name`, the index of the group is its name.
    name: field(readName, 'groups/name', optional(null, 'groups/name-default')),
    // groups/nodes: `nodes` is the number of nodes of the group.
    // groups/nodes-default: A group has 1 node unless it says otherwise.
    nodes: field(nodesReader(PYDANTIC_2), 'groups/nodes', byDefault(1, 'groups/nodes-default')),
    resources: RESOURCES_FIELD,
    // groups/ports: `ports` are the ports that the nodes of the group expose.
    // groups/ports-default: Without `ports` the group exposes none.
    ports: field(
      listOf(portReader(PYDANTIC_2, PORT_RULES)),
      'groups/ports',
      byDefault([], 'groups/ports-default'),
    ),
    // groups/commands: `commands` are the commands that the nodes of the group run.
    // groups/commands-default: Without `commands` the group has none.
    commands: field(listOf(PYDANTIC_2.text), 'groups/commands', byDefault([], 'groups/commands-default')),
  },
  // groups/kind: An item of `groups` is a mapping.
  // groups/known-fields: A group has no other field.
  { kind: 'groups/kind', unknown: 'groups/known-fields' },
  (defaults) => ({ ...defaults }),
);

const readList = notEmpty(listOf(mappingOf(GROUP)), 'groups/not-empty', 'at least one group is needed');

/**
 * Reads the groups of nodes, each with its name.
 * groups/not-empty: `groups` has at least one group.
 */
export function readGroups(value: unknown, trace?: Tracer): NormalGroup[] | Rejection {
  const groups = readList(value, trace);
  if (groups instanceof Rejection) return groups;
  const named = groups.map((group, index) => ({ ...group, name: group.name ?? String(index) }));
  return refuseTwins(named) ?? named;
}

/** groups/unique-names: The names of groups differ, also from the indices of groups without a name. */
function refuseTwins(groups: readonly NormalGroup[]): Rejection | undefined {
  const names = new Set(groups.map(({ name }) => name));
  if (names.size === groups.length) return undefined;
  return reject('groups/unique-names', 'two groups have the same name');
}

/** groups/name-line-break: A line break after the name of a group is accepted, and stays. */
const NAME = /^[a-z0-9][a-z0-9-]{0,39}\n?$/;

/** groups/name-format: A name has 1 to 40 lower-case letters, digits and dashes, and does not begin with a dash. */
function readName(value: unknown, trace?: Tracer): string | Rejection {
  const name = PYDANTIC_2.text(value, trace);
  if (name instanceof Rejection) return name;
  trace?.rule('groups/name-format');
  if (!NAME.test(name)) return reject('groups/name-format', `${describe(name)} can't be the name of a group`);
  if (name.endsWith('\n')) trace?.rule('groups/name-line-break');
  return name;
}
