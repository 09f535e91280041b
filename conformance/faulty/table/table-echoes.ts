import type { Row } from './row.ts';
import { documented, observed } from './value-row.ts';

/** Defaults that every task exercises if it leaves out most fields. */
const DEFAULTS_OF_ALL = [
  'nodes/default',
  'privileged/default',
  'working_dir/default',
  'single_branch/default',
  'env/default',
  'spot_policy/default',
  'stop_duration/default',
  'disk/default',
] as const;

/** Programs that check a document well, but leave omitted fields out of their answer. */
export const ECHO_ROWS: readonly Row[] = [
  documented(
    'echo',
    'It answers a valid document unchanged, without any default.',
    DEFAULTS_OF_ALL,
    'anything',
  ),
  documented(
    'echo-of-given-keys',
    'It normalizes the fields that the document gives, and leaves out all others.',
    DEFAULTS_OF_ALL,
    'anything',
  ),
  documented(
    'echo-with-nulls',
    'It answers null for every field that the document leaves out.',
    DEFAULTS_OF_ALL,
    'anything',
  ),
  documented(
    'defaults-at-top-level-only',
    'It fills in defaults at the top level, but none inside the objects that a document gives.',
    [
      'cpu/default',
      'memory/default',
      'gpu/count-default',
      'volumes/optional-default',
      'retry/duration-default',
    ],
    ['disk/default', 'disk/null'],
  ),
  documented(
    'defaults-inside-objects-only',
    'It fills in defaults inside objects, but none at the top level.',
    DEFAULTS_OF_ALL,
    'anything',
  ),
  documented(
    'empty-lists-left-out',
    'It leaves out lists that are empty.',
    ['env/default', 'volumes/default', 'ports/default'],
    ['commands/default', 'backends/list', 'regions/list', 'list/sequence'],
  ),
  documented(
    'empty-lists-as-null',
    'It writes null for lists that are empty.',
    ['env/default', 'volumes/default', 'ports/default'],
    ['commands/default', 'backends/list', 'regions/list', 'list/sequence'],
  ),
  documented(
    'default-durations-left-out',
    'It fills in all defaults but those of durations.',
    ['max_duration/default', 'stop_duration/default', 'idle_duration/default'],
    ['termination_idle_time/folded', 'termination_policy/dont-destroy'],
  ),
  documented('default-policies-left-out', 'It fills in all defaults but those of policies.', [
    'spot_policy/default',
    'creation_policy/default',
    'retry/default',
  ]),
  documented('default-resources-left-out', 'Without `resources` it answers none.', [
    'cpu/default',
    'memory/default',
    'disk/default',
  ]),
  observed('default-disk-left-out', 'Without `disk` it answers none.', ['disk/default'], ['disk/null']),
  observed('default-retry-duration-left-out', 'Without `retry.duration` it answers none.', [
    'retry/duration-default',
  ]),
  documented('default-gpu-count-left-out', 'Without `gpu.count` it answers none.', ['gpu/count-default']),
  documented('default-volume-optional-left-out', 'Without `optional` it answers none.', [
    'volumes/optional-default',
  ]),
];
