import type { RequirementId } from '../../../../spec/generated/requirement-ids.ts';
import { oneOf, type Pool } from '../../../choices/choose.ts';
import type { Entries } from '../../../document/entries.ts';
import type { Literal } from '../../../document/literal.ts';
import { integer, knownText, list, text, type Node } from '../../../document/node.ts';
import { drawNodes } from '../../../meaning/count.ts';
import { drawPort, PORTS_OF_TCP } from '../../../meaning/port.ts';
import { COMMANDS } from '../../../meaning/pools.ts';
import { spellPort } from '../../../spelling/port.ts';
import type { Pen } from '../../../choices/pen.ts';
import { badField, nodesOf } from './field.ts';
import type { FieldMutation, Mutation } from './mutation.ts';

const GROUPS = knownText('groups');
const NODES = knownText('nodes');
const COMMAND_LIST = knownText('commands');
const PORTS = knownText('ports');
const ENTRYPOINT = knownText('entrypoint');

/** Groups with all that they need. */
const GOOD = nodesOf([
  [{ commands: ['a'] }],
  [
    { name: 'server', commands: ['a'] },
    { nodes: 2, commands: ['b'] },
  ],
  [{ commands: ['a'], resources: { gpu: 2 }, ports: [80] }],
]);

const WITHOUT_COMMANDS = nodesOf([
  [{}],
  [{ commands: [] }],
  [{ commands: ['a'] }, { nodes: 2 }],
  [{ name: 'a' }, { commands: ['b'] }],
]);

/** Groups of one node and of two, whose commands refer to nodes that do not exist. */
const WRONGLY_REFERRING = nodesOf([
  [{ commands: ['ping ${{ groups[1].nodes[0].IP_ADDRESS }}'] }],
  [{ commands: ['a'] }, { nodes: 2, commands: ['ping ${{ groups[1].nodes[2].IP_ADDRESS }}'] }],
  [{ commands: ['a', 'ping ${{ groups[0].nodes[1].IP_ADDRESS }}'] }, { nodes: 2, commands: ['b'] }],
  [{ name: 'a', commands: ['ping ${{ groups[a].nodes[0].IP_ADDRESS }}'] }],
]);

/** References that are wrong in a task of one node without groups. */
const WRONG_REFERENCES = [
  'ping ${{ groups[1].nodes[0].IP_ADDRESS }}',
  'ping ${{ groups[0].nodes[1].IP_ADDRESS }}',
  'ping ${{ groups[0].nodes[0].ip }}',
  'ping ${{ groups }}',
  'ping ${{groups[0].nodes[0]}}',
  'ping ${{ groups[0].nodes[0].ip_address }}',
  'ping ${{ groups[-1].nodes[0].IP_ADDRESS }}',
  'ping ${{ groups.master }}',
  'ping ${{ groups[0].nodes[0].IP_ADDRESS }} ${{ groups[9].nodes[9].IP_ADDRESS }}',
] as const;

/** Names that a group can't have. */
const BAD_NAMES: Pool<Literal> = [
  named('A'),
  named('a_b'),
  named('-a'),
  named(''),
  named('q'.repeat(41)),
  named('a b'),
  named('é'),
  named('a.b'),
  named(' a'),
  named('a\n\n'),
  named('Server'),
];

/** The fields that a mutation with groups of its own decides about. */
const WITH_GROUPS = ['groups', 'nodes', 'commands', 'ports', 'entrypoint'] as const;

export const GROUP_MUTATIONS: readonly Mutation[] = [
  // groups/not-empty: `groups` has at least one group.
  badField('groups/not-empty', 'groups', [[]]),
  // groups/kind: An item of `groups` is a mapping.
  badField('groups/kind', 'groups', [['a'], [[]], [1, { commands: ['a'] }], [true], [['commands']]], {
    within: '/0',
  }),
  badField('groups/kind', 'groups', [[{ commands: ['a'] }, 'b']], { within: '/1' }),
  // groups/known-fields: A group has no other field.
  badField('groups/known-fields', 'groups', [[{ commands: ['a'], image: 'x' }]], { within: '/0/image' }),
  badField('groups/known-fields', 'groups', [[{ env: ['A=1'], commands: ['a'] }]], { within: '/0/env' }),
  badField('groups/known-fields', 'groups', [[{ commands: ['a'] }, { commands: ['a'], replicas: 2 }]], {
    within: '/1/replicas',
  }),
  // groups/name-format: A name has 1 to 40 lower-case letters, digits and dashes, and does not begin with a dash.
  badField('groups/name-format', 'groups', BAD_NAMES, { within: '/0/name' }),
  // nodes/positive: `nodes` is at least 1.
  badField('nodes/positive', 'groups', [[{ nodes: 0, commands: ['a'] }], [{ nodes: -1, commands: ['a'] }]], {
    within: '/0/nodes',
  }),
  // groups/unique-names: The names of groups differ, also from the indices of groups without a name.
  badField('groups/unique-names', 'groups', [
    [
      { name: 'a', commands: ['a'] },
      { name: 'a', commands: ['b'] },
    ],
    [{ name: '1', commands: ['a'] }, { commands: ['b'] }],
    [{ commands: ['a'] }, { name: '0', commands: ['b'] }],
    [
      { commands: ['a'] },
      { name: 'x', commands: ['b'] },
      { commands: ['c'] },
      { name: '2', commands: ['d'] },
    ],
  ]),
  // groups/without-nodes: `groups` and `nodes` exclude each other.
  beside('groups/without-nodes', 'nodes', (entries, pen) => {
    entries.add(NODES, integer(drawNodes(pen)));
  }),
  // groups/without-commands: Beside `groups`, the task itself has no commands.
  beside('groups/without-commands', 'commands', (entries, pen) => {
    entries.add(COMMAND_LIST, list([text(oneOf(pen.source, COMMANDS))]));
  }),
  // groups/without-ports: Beside `groups`, the task itself has no ports.
  beside('groups/without-ports', 'ports', (entries, pen) => {
    entries.add(PORTS, list([spellPort(drawPort(pen, PORTS_OF_TCP), pen, PORTS_OF_TCP)]));
  }),
  // groups/without-entrypoint: Beside `groups`, there is no `entrypoint`, not even an empty one.
  beside('groups/without-entrypoint', 'entrypoint', (entries, pen) => {
    entries.add(ENTRYPOINT, text(oneOf(pen.source, ['bash', '', '/bin/sh -c'])));
  }),
  // groups/commands-or-image: Each group has commands, or the task has an image, which may be empty.
  {
    kind: 'fields',
    requirement: 'groups/commands-or-image',
    claims: WITH_GROUPS,
    image: 'none',
    needs: [['groups'], ['image']],
    write: (entries, pen) => writeGroups(entries, pen, WITHOUT_COMMANDS),
  },
  // groups/reference: In commands, a reference to `groups` is `groups[i].nodes[j].IP_ADDRESS`, of a node that exists.
  {
    kind: 'fields',
    requirement: 'groups/reference',
    claims: ['commands', 'nodes', 'groups'],
    image: 'any',
    needs: [['commands']],
    write: (entries, pen) => {
      entries.add(COMMAND_LIST, list([text('a'), text(oneOf(pen.source, WRONG_REFERENCES))]));
      return '';
    },
  },
  {
    kind: 'fields',
    requirement: 'groups/reference',
    claims: WITH_GROUPS,
    image: 'any',
    needs: [['groups']],
    write: (entries, pen) => writeGroups(entries, pen, WRONGLY_REFERRING),
  },
];

function named(name: string): Literal {
  return [{ name, commands: ['a'] }];
}

/** Writes groups, and a field that excludes them. */
function beside(
  requirement: RequirementId,
  field: string,
  writeField: (entries: Entries, pen: Pen) => void,
): FieldMutation {
  return {
    kind: 'fields',
    requirement,
    claims: WITH_GROUPS,
    image: 'any',
    needs: [['groups'], [field]],
    write: (entries, pen) => {
      writeField(entries, pen);
      return writeGroups(entries, pen, GOOD);
    },
  };
}

/** Writes groups. The rules about them are about the whole document. */
function writeGroups(entries: Entries, pen: Pen, groups: Pool<Node>): string {
  entries.add(GROUPS, oneOf(pen.source, groups));
  return '';
}
