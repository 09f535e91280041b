import { Float } from '../../../../reference/document/float.ts';
import { badField } from './field.ts';
import type { Mutation } from './mutation.ts';

/** Mutations of nodes, name, working_dir, priority, startup_order and stop_criteria. */
export const RUN_MUTATIONS: readonly Mutation[] = [
  // nodes/positive: `nodes` is at least 1.
  badField('nodes/positive', 'nodes', [0, -1, '0', false, '-2', '0.0', '-0', '00', ' 0 ', new Float(0)]),
  // name/format: A run name is a lower-case letter followed by 1 to 40 lower-case letters, digits or dashes.
  badField('name/format', 'name', [
    'My-run',
    'my_run',
    'a',
    'a'.repeat(42),
    'abcdefghijklmnopqrstuvwxyz-0123456789-abcd',
    'a'.repeat(300),
    ' ab',
    'ab ',
    'a/b',
    'ab\u0000',
    '\u0430b',
    'a\u00df',
    '😀a',
    '-',
    '0a',
    '1abc',
    '-ab',
    'a_b',
    'a b',
    'a.b',
    'é1',
    '',
    'aB',
    12,
  ]),
  // working_dir/absolute: A relative `working_dir` is refused.
  badField('working_dir/absolute', 'working_dir', [
    'etc',
    '.',
    '',
    'C:\\a',
    './a',
    '../a',
    ' /a',
    'a/b',
    '$HOME',
    'app/~',
    ' ~',
    1,
    'C:/a',
    '\\a',
  ]),
  // priority/given: `priority` is the priority of the run, from 0 to 100.
  badField('priority/given', 'priority', [
    101,
    -1,
    '101',
    '-1',
    1_000,
    -100,
    Number.MAX_SAFE_INTEGER,
    '101.0',
  ]),
  // startup_order/values: `startup_order` is any, master-first or workers-first.
  badField('startup_order/values', 'startup_order', [
    'Any',
    'master',
    'master_first',
    'any ',
    '',
    true,
    1,
    ['any'],
    'worker-first',
    'MASTER-FIRST',
    'first',
  ]),
  // stop_criteria/values: `stop_criteria` is all-done or master-done.
  badField('stop_criteria/values', 'stop_criteria', [
    'done',
    'All-Done',
    'all_done',
    'all',
    '',
    true,
    1,
    ['all-done'],
    'worker-done',
    'master-done ',
  ]),
];
