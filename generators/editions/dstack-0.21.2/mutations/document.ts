import { KNOWN_FIELDS } from '../../../../spec/generated/editions/dstack-0.21.2/known-fields.ts';
import { oneOf } from '../../../choices/choose.ts';
import { knownText, list, mapping, text } from '../../../document/node.ts';
import { badField, nodesOf } from './field.ts';
import type { Mutation } from './mutation.ts';

/** Names that the page may have some day: those that it has by now are left out. */
const LIKELY_NAMES: readonly string[] = [
  'Nodes',
  'port',
  'command',
  'gpu',
  'idle_timeout',
  'pool_name',
  'instance_name',
  'retry_policy',
  'termination_policy',
  'termination_idle_time',
  'max-price',
  'instance_type',
  'foo',
  'ide',
  'type ',
  'commands_',
  'gpus',
  'resource',
  'replicas',
  'Type',
  'working_directory',
  '',
];

const KNOWN: readonly string[] = KNOWN_FIELDS.Task;

const [FIRST = 'foo', ...OTHERS] = LIKELY_NAMES.filter((name) => !KNOWN.includes(name));
const UNKNOWN_FIELDS = [FIRST, ...OTHERS] as const;

/** Values of an unknown field, which make no difference. */
const ANYTHING = nodesOf([1, null, true, 'a', [], {}]);

const NOT_A_TASK = nodesOf(['task', null, 3, true, '', 2.5, []]);

const COMMANDS = knownText('commands');
const IMAGE = knownText('image');

export const DOCUMENT_MUTATIONS: readonly Mutation[] = [
  // document/mapping: A configuration is one mapping of fields.
  { kind: 'whole', requirement: 'document/mapping', replace: (task) => list([task]) },
  { kind: 'whole', requirement: 'document/mapping', replace: (task, pen) => oneOf(pen.source, NOT_A_TASK) },
  // document/known-fields: A field that the page does not list is refused.
  {
    kind: 'fields',
    requirement: 'document/known-fields',
    claims: [],
    image: 'any',
    write: (entries, pen) => {
      const field = oneOf(pen.source, UNKNOWN_FIELDS);
      entries.add(text(field), oneOf(pen.source, ANYTHING));
      return `/${field}`;
    },
  },
  // document/commands-image-or-groups: A task without `groups` has at least one command or a non-empty image.
  {
    kind: 'fields',
    requirement: 'document/commands-image-or-groups',
    claims: ['commands'],
    image: 'none',
    write: (entries, pen) => {
      if (pen.source.below(2) === 1) entries.add(COMMANDS, list([]));
      return '';
    },
  },
  {
    kind: 'fields',
    requirement: 'document/commands-image-or-groups',
    claims: ['commands', 'image'],
    image: 'any',
    write: (entries) => {
      entries.add(COMMANDS, list([]));
      entries.add(IMAGE, text(''));
      return '';
    },
  },
  // type/task: `type` is `task`.
  { kind: 'fields', requirement: 'type/task', claims: ['type'], image: 'any', write: () => '' },
  badField('type/task', 'type', [
    'Task',
    'tasks',
    'service',
    'task ',
    '',
    'TASK',
    true,
    1,
    'dev-environment',
    ' task',
    'task\n',
    'fleet',
    ['task'],
  ]),
  {
    kind: 'whole',
    requirement: 'type/task',
    needs: [['type']],
    replace: ({ keys, values }) => {
      const kept = keys.flatMap((key, index) => (key.value === 'type' ? [] : [index]));
      return mapping(
        kept.flatMap((index) => keys[index] ?? []),
        kept.flatMap((index) => values[index] ?? []),
      );
    },
  },
];
