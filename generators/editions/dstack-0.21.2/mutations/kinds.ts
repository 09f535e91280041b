import { Float } from '../../../../reference/document/float.ts';
import { badField, badItem } from './field.ts';
import type { Mutation } from './mutation.ts';
import { text } from '../../../document/node.ts';

/** Fields whose value is text, and what no text is. */
const TEXTS = ['image', 'name', 'user', 'entrypoint', 'working_dir', 'reservation', 'shell'] as const;

const LISTS_OF_TEXTS = ['regions', 'availability_zones', 'instance_types', 'commands'] as const;

/** Fields that must have a value if they are there. */
const NOT_NULL = [
  'privileged',
  'dstack',
  'env',
  'resources',
  'volumes',
  'repos',
  'files',
  'ports',
  'commands',
] as const;

/** Mutations of text and of null in any field. */
export const KIND_MUTATIONS: readonly Mutation[] = [
  // text/no-boolean: A boolean is refused where text is expected.
  ...TEXTS.map((field) => badField('text/no-boolean', field, [true, false])),
  ...LISTS_OF_TEXTS.map((field) => badItem('text/no-boolean', field, [true, false], () => text('a'))),
  badField('text/no-boolean', 'registry_auth', [{ username: true, password: 'b' }], { within: '/username' }),
  badItem('text/no-boolean', 'fleets', [true, false], () => text('a')),
  badField('text/no-boolean', 'schedule', [{ cron: true }, { cron: false }], { within: '/cron' }),
  badField('text/no-boolean', 'instances', [[{ name: true }]], { within: '/0/name' }),
  badField('text/no-boolean', 'repos', [[{ local_path: true }]], { within: '/0/local_path' }),
  badField('text/no-boolean', 'files', [[{ local_path: 'a', path: true }]], { within: '/0/path' }),
  badField('text/no-boolean', 'groups', [[{ commands: [true] }], [{ commands: [false, 'a'] }]], {
    within: '/0/commands/0',
  }),
  // text/scalar-only: A list or a mapping is refused where text is expected.
  ...TEXTS.map((field) => badField('text/scalar-only', field, [['a'], {}, { a: 'b' }, [], [1]])),
  ...LISTS_OF_TEXTS.map((field) =>
    badItem('text/scalar-only', field, [['a'], {}, { a: 'b' }], () => text('a')),
  ),
  badField('text/scalar-only', 'registry_auth', [{ username: ['a'], password: 'b' }], {
    within: '/username',
  }),
  badField('text/scalar-only', 'repos', [[{ url: ['u'] }], [{ url: {} }]], { within: '/0/url' }),
  badField('text/scalar-only', 'schedule', [{ cron: [['0 8 * * *']] }], { within: '/cron/0' }),
  // null/refused: `null` is refused where a field always has a value.
  ...NOT_NULL.map((field) => badField('null/refused', field, [null])),
  ...LISTS_OF_TEXTS.map((field) => badItem('null/refused', field, [null], () => text('a'))),
  badField('null/refused', 'resources', [{ cpu: { count: null } }], { within: '/cpu/count' }),
  badField('null/refused', 'resources', [{ memory: null }], { within: '/memory' }),
  badField('null/refused', 'repos', [[{ url: 'u', path: null }]], { within: '/0/path' }),
  badField('null/refused', 'files', [[{ local_path: null, path: 'a' }]], { within: '/0/local_path' }),
  badField('null/refused', 'groups', [[{ nodes: null, commands: ['a'] }]], { within: '/0/nodes' }),
  badField('null/refused', 'fleets', [[{ name: null }]], { within: '/0/name' }),
  // name/format: A run name is a lower-case letter followed by 1 to 40 lower-case letters, digits or dashes.
  badField('name/format', 'name', [new Float(2), 1.5]),
];
