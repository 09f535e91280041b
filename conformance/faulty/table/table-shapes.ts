import type { Row } from './row.ts';
import { documented, generated, observed, rare } from './value-row.ts';

/** Programs that accept wrong names, words, lists and patterns, or check them too little. */
export const SHAPE_ROWS: readonly Row[] = [
  // Names and words
  rare(observed('names-in-camel-case', '`workingDir` is a field.', ['document/known-fields'])),
  observed('names-in-any-case', '`Nodes` is a field.', [
    'document/known-fields',
    'resources/known-fields',
    'gpu/known-fields',
  ]),
  rare(observed('names-with-dashes', '`working-dir` is a field.', ['document/known-fields'])),
  observed(
    'names-with-blanks',
    '`image ` is a field.',
    ['document/known-fields'],
    ['registry_auth/known-fields', 'range/known-fields'],
  ),
  rare(observed('names-without-final-s', '`command` is `commands`.', ['document/known-fields'])),
  rare(observed('names-with-final-s', '`images` is `image`.', ['document/known-fields'])),
  rare(
    observed('names-cut-short', '`priv` is `privileged`, where no other field begins so.', [
      'document/known-fields',
    ]),
  ),
  rare(
    observed('names-with-x-ignored', 'Fields that begin with `x-` are ignored.', ['document/known-fields']),
  ),
  observed('unknown-fields-with-null-ignored', 'Unknown fields are ignored where they are null.', [
    'document/known-fields',
  ]),
  documented('words-in-any-case', 'Words such as `Spot` are read in any case.', [
    'type/task',
    'spot_policy/values',
    'retry/events',
    'creation_policy/values',
    'backends/known',
    'termination_policy/values',
  ]),
  documented('words-with-underscores', '`no_capacity` is `no-capacity`.', ['retry/events']),
  documented('words-with-blanks', 'Blanks around words are ignored.', ['type/task']),
  documented('spot-policy-boolean', '`spot_policy: true` is spot.', ['spot_policy/values']),
  rare(observed('single-retry-event', 'One event is a policy to retry.', ['retry/kind'])),
  observed('off-by-other-words', '`unlimited` and `never` are off.', ['duration/format']),
  rare(observed('units-written-out', '`5min` and `2 hours` are durations.', ['duration/format'])),
  observed('durations-with-fraction', '`1.5h` is a duration.', ['duration/format']),
  observed('durations-of-several-parts', '`1h30m` is a duration.', ['duration/format']),
  observed('sizes-in-binary-units', '`8GiB` is a size.', ['memory/unit']),
  observed('accepts-unknown-fields-in-gpu', 'They are ignored there.', ['gpu/known-fields']),
  observed('accepts-unknown-fields-in-retry', 'They are ignored there.', ['retry/known-fields']),
  observed('accepts-unknown-fields-in-volumes', 'They are ignored there.', ['volumes/known-fields']),
  observed('accepts-unknown-fields-in-registry-auth', 'They are ignored there.', [
    'registry_auth/known-fields',
  ]),

  // Lists
  observed('single-values-as-lists', 'One text or number is a list of one.', ['list/sequence']),
  rare(observed('single-mappings-as-lists', 'One mapping is a list of one.', ['list/sequence'])),
  observed('texts-split-at-commas', 'Text is a list of what stands between its commas.', ['list/sequence']),
  rare(documented('items-split-at-commas', 'A region with a comma is two.', ['regions/list'])),
  observed('lists-flattened', 'A list inside a list stands for its items.', ['text/scalar-only']),
  observed('nulls-in-lists-dropped', 'Null inside a list is dropped.', ['null/refused']),
  documented(
    'lists-without-duplicates',
    'The second of two equal items is dropped.',
    ['commands/list'],
    ['ports/list', 'retry/events'],
  ),
  documented(
    'lists-sorted',
    'Every list is sorted.',
    ['commands/list', 'ports/list', 'backends/list', 'text/given'],
    ['volumes/list', 'retry/events', 'regions/list', 'gpu/name'],
  ),
  documented(
    'lists-reversed',
    'Every list is in the opposite order.',
    ['commands/list', 'ports/list', 'volumes/list', 'text/given'],
    ['backends/list', 'regions/list', 'retry/events', 'gpu/compute_capability-pair'],
  ),
  generated(
    documented('lists-cut-at-10', 'Lists end after ten items.', ['commands/list', 'ports/list'], 'anything'),
  ),
  generated(
    documented('lists-cut-at-100', 'Lists end after a hundred items.', ['commands/list'], 'anything'),
  ),
  generated(
    documented('refuses-documents-of-64-kilobytes', 'Documents of 64 kilobytes and more are refused.', [
      'text/given',
    ]),
  ),

  // Checks
  documented('fields-checked-one-by-one', 'No check looks at two fields.', [
    'document/commands-or-image',
    'python/exclusive-with-image',
    'nvcc/exclusive-with-image',
    'gpu/amd-needs-image',
  ]),
  observed('values-checked-one-by-one', 'No check looks at two parts of a value.', [
    'range/order',
    'env/unique',
    'retry/on_events-empty',
    'gpu/text-once',
  ]),
  documented(
    'types-checked-only',
    'Only types are checked, as by a plain schema.',
    [
      'nodes/positive',
      'ports/range',
      'max_price/positive',
      'name/format',
      'working_dir/inside',
      'volumes/no-parent',
    ],
    ['volumes/not-in-workflow', 'user/non-negative'],
  ),
  observed('name-unanchored-at-end', 'Anything may follow a run name.', ['name/format']),
  observed(
    'name-of-any-line',
    'One line of text that is a run name is enough.',
    ['name/line-break'],
    ['name/format'],
  ),
  observed('name-in-any-case', 'Run names are read in any case.', ['name/format']),
  observed('name-refuses-final-dash', 'A run name does not end in a dash.', ['name/format']),
  observed('name-refuses-final-break', 'A run name does not end in a line break.', ['name/line-break']),
  observed('duration-unanchored-at-end', 'Anything may follow a duration.', ['duration/format']),
  rare(
    observed('duration-of-any-line', 'One line of text that is a duration is enough.', ['duration/format']),
  ),
  generated(
    observed('duration-refuses-final-break', 'A duration does not end in a line break.', [
      'duration/line-break',
    ]),
  ),
  observed('port-container-not-checked', 'Only local ports are checked.', ['ports/range']),
  observed('port-range', '`8000-8010` is a port.', ['ports/format']),
  rare(observed('port-with-address', '`127.0.0.1:80:80` is a port.', ['ports/format'])),
  rare(observed('port-wildcard-container', '`80:*` is a port.', ['ports/format'])),
  observed('range-upside-down-swapped', '`8..2` is `2..8`.', ['range/order']),
  rare(observed('range-with-dash', '`2-8` is a range.', ['integer/other'])),
  rare(observed('range-with-plus', '`4+` is a range.', ['integer/other'], ['memory/unit'])),
  documented('range-end-excluded', '`2..8` ends at 7.', ['range/both'], ['range/mapping']),
  observed(
    'text-fields-only-from-text',
    'Types are strict: a number is no text.',
    ['text/from-integer', 'text/from-boolean'],
    ['text/from-float'],
  ),
  observed(
    'switches-only-from-booleans',
    'Types are strict: `yes` as text is no switch.',
    ['boolean/words', 'boolean/numbers'],
    ['boolean/other'],
  ),
  observed('switches-from-any-number', 'Every number but 0 is true.', ['boolean/other']),
  generated(documented('user-as-in-unix', 'Users have names as in Unix.', ['user/given'])),
  rare(observed('price-with-comma', '`1,5` is a price.', ['max_price/number'])),
  documented('volume-without-target', '`/data` mounts `/data`.', ['volumes/short-format']),
  generated(
    observed('workflow-as-prefix-of-parts', '`/workflows` is not in `/workflow`.', [
      'volumes/not-in-workflow',
    ]),
  ),
];
