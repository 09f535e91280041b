import type { RequirementId } from '../../spec/generated/levels.ts';
import type { YamlFault } from './faults.ts';
import type { Row } from './row.ts';
import type { ValueFault } from './values.ts';

type Ids = readonly RequirementId[];

/** Programs that behave well and give wrong answers. */
export const VALUE_ROWS: readonly Row[] = [
  // Wrong defaults
  documented('default-nodes', 'Two nodes by default.', ['nodes/default']),
  documented('default-user', 'The user is root by default.', ['user/default']),
  documented('default-privileged', 'Containers are privileged by default.', ['privileged/default']),
  documented('default-working-dir', 'The working directory is `src` by default.', ['working_dir/default']),
  documented('default-working-dir-absolute', 'The default is no valid value.', ['working_dir/default']),
  documented('default-python', 'Python is 3.12 by default.', ['python/default']),
  documented('default-single-branch', 'All branches are cloned by default.', ['single_branch/default']),
  documented('default-spot-policy', 'Spot or on-demand by default.', ['spot_policy/default']),
  documented('default-creation-policy', 'Only reuse by default.', ['creation_policy/default']),
  documented('default-max-duration', 'Runs end after 72 hours by default.', ['max_duration/default']),
  documented('default-stop-duration', 'Stopping takes ten minutes by default.', ['stop_duration/default']),
  documented('default-max-price', 'There is a price limit by default.', ['max_price/default']),
  documented('default-idle-duration', 'The default of fleets, three days.', ['idle_duration/default']),
  documented('default-retry', 'Errors are retried by default.', ['retry/default']),
  observed('default-retry-duration', 'Retrying goes on for a day by default.', ['retry/duration-default']),
  documented('default-backends', 'Only aws by default.', ['backends/default']),
  documented('default-cpu', 'One CPU is enough by default.', ['cpu/default']),
  documented('default-memory', 'Exactly 8GB by default.', ['memory/default']),
  documented('default-shm-size', 'What Docker gives by default.', ['shm_size/default']),
  observed('default-disk-size', 'At least 50GB of disk by default.', ['disk/default']),
  observed('default-disk-none', 'No disk by default.', ['disk/default']),
  documented('default-volume-optional', 'Volumes are optional by default.', ['volumes/optional-default']),

  // Values taken for others
  documented('image-trimmed', 'Blanks around an image are dropped.', ['text/given']),
  observed('boolean-text-lowercase', '`true` as text is `true`.', ['text/from-boolean']),
  observed('float-text-integer', '`1.0` as text is `1`.', ['text/from-float']),
  observed('float-text-javascript', 'Small floats are written without an exponent.', ['text/from-float']),
  observed('nodes-rounded-up', 'A fraction of a node is a whole one.', ['integer/from-float']),
  documented('commands-sorted', 'Commands run in alphabetical order.', ['commands/list']),
  documented('commands-lose-last', 'The last of several commands is lost.', ['commands/list']),
  documented('ports-lose-last', 'The last port is lost.', ['ports/list', 'ports/number', 'ports/mapping']),
  documented('env-loses-last', 'The last variable is lost.', ['env/list', 'env/mapping']),
  documented('regions-upper-case', 'Regions are written in upper case.', ['regions/list']),
  documented('reservation-dropped', 'The reservation is forgotten.', ['reservation/given']),
  observed('env-value-cut', 'A value ends at its first `=`.', ['env/first-equals-sign']),
  observed('env-name-only-empty', 'A name alone is an empty value.', ['env/name-only']),
  documented(
    'container-port-off-by-one',
    'The container port is one too high.',
    ['ports/number', 'ports/mapping'],
    ['ports/object', 'ports/text-number', 'ports/wildcard-local-port'],
  ),
  documented('bare-port-open-locally', 'A bare port leaves the local one open.', ['ports/number']),
  documented(
    'ports-swapped',
    '`local:container` is read as `container:local`.',
    ['ports/mapping'],
    ['ports/object'],
  ),
  observed(
    'wildcard-port-fixed',
    '`*:80` is read as `80:80`.',
    ['ports/wildcard-local-port'],
    ['ports/object'],
  ),
  observed('volume-path-slashes', 'Two slashes at the start are one.', ['volumes/path-normalized']),
  documented('volume-optional-ignored', '`optional` is ignored.', ['volumes/optional']),
  documented('volume-first-name', 'Of a list of volumes, only the first counts.', ['volumes/name-list']),
  observed('retry-true-two-events', '`retry: true` leaves errors alone.', ['retry/true']),
  documented('retry-events-sorted', 'Events are sorted.', ['retry/events'], ['retry/true']),
  observed('idle-wins-over-dont-destroy', '`dont-destroy` yields.', ['termination_policy/dont-destroy']),
  observed('termination-policy-ignored', 'It is read and forgotten.', ['termination_policy/dont-destroy']),
  observed('termination-idle-ignored', 'It is read and forgotten.', ['termination_idle_time/folded']),
  documented('termination-idle-wins', 'The old field wins.', ['termination_idle_time/deprecated']),
  observed('disk-null-as-default', '`disk: null` is the default disk.', ['disk/null']),
  documented('range-open-end-lost', '`4..` is read as `4`.', ['range/from'], ['range/mapping']),
  documented(
    'single-as-at-least',
    '`24GB` is read as `24GB..`.',
    ['range/single'],
    ['range/both', 'range/mapping'],
  ),

  // Units
  observed('terabyte-thousand', 'A terabyte is 1000 gigabytes.', ['memory/terabytes']),
  observed('megabyte-thousandth', 'A megabyte is 1/1000 gigabyte.', ['memory/megabytes']),
  observed('bare-size-in-megabytes', 'A bare size is in megabytes.', ['memory/bare-number']),
  observed('size-fraction-dropped', 'A fraction of a gigabyte is lost.', ['memory/fraction']),
  observed('week-five-days', 'A week has five days.', ['duration/seconds-weeks']),
  documented('minutes-as-seconds', '`5m` is five seconds.', ['duration/units']),
  observed('text-digits-as-minutes', "`'300'` is 300 minutes.", ['duration/text-number']),
  observed('fraction-rounded-up', 'A fraction of a second is a whole one.', ['duration/number']),
  documented('off-as-zero', '`off` is zero seconds.', ['duration/off', 'duration/off-text']),
  observed('true-as-one-second', '`true` is one second.', ['duration/true']),

  // GPU
  documented('gpu-count-default-zero', 'No GPU unless counted.', ['gpu/count-default']),
  documented('gpu-vendor-default-nvidia', 'Any vendor is nvidia.', ['gpu/vendor-default']),
  documented('gpu-number-as-text-name', 'A number is a name.', ['gpu/number'], ['gpu/name-default']),
  documented('gpu-count-as-memory', 'A count is gigabytes.', ['gpu/text-count']),
  documented('gpu-memory-as-total', 'The memory of one is that of all.', ['gpu/memory', 'gpu/text-memory']),
  documented('gpu-first-name', 'Of a list of names, only the first counts.', ['gpu/name-list']),
  documented('gpu-names-lower-case', 'Names are written in lower case.', ['gpu/text-name'], ['gpu/name']),
  documented('gpu-tpu-refused', 'The vendor tpu is unknown.', ['gpu/vendor-tpu']),
  observed('gpu-vendor-case-matters', 'Vendors are lower case.', ['gpu/vendor-case']),
  observed('gpu-text-order-matters', 'The count comes last.', ['gpu/text-order']),
  observed('gpu-capability-as-float', '`8.10` is `8.1`.', ['gpu/compute_capability-format']),
  observed('gpu-capability-pair-refused', '`[8, 0]` is refused.', ['gpu/compute_capability-pair']),

  // Accepts what it should refuse
  documented('accepts-everything', 'Nothing is refused.', ['type/task', 'ports/range'], 'anything'),
  observed('accepts-unknown-fields', 'Unknown fields are ignored.', ['document/known-fields']),
  observed('accepts-unknown-fields-in-resources', 'They are ignored there.', ['resources/known-fields']),
  observed('accepts-no-commands', 'Neither commands nor image.', ['document/commands-or-image']),
  documented('accepts-any-type', 'Any type will do.', ['type/task']),
  observed('accepts-null-everywhere', 'Null is no value everywhere.', ['null/refused']),
  observed('accepts-zero-nodes', 'No nodes will do.', ['nodes/positive']),
  observed('accepts-name-of-42', 'One character too many.', ['name/format']),
  observed('accepts-name-of-1', 'One character too few.', ['name/format']),
  documented('accepts-working-dir-outside', '`..` will do.', ['working_dir/inside']),
  documented('accepts-working-dir-absolute', '`/` will do.', ['working_dir/relative']),
  documented('accepts-user-without-group', '`ubuntu:` will do.', ['user/format']),
  documented('accepts-image-with-nvcc', 'As the release does.', ['nvcc/exclusive-with-image']),
  documented('accepts-image-with-python', 'Both will do.', ['python/exclusive-with-image']),
  observed('accepts-old-python', 'Any version will do.', ['python/versions']),
  documented('accepts-registry-auth-without-password', 'It is optional.', ['registry_auth/password']),
  observed('accepts-duplicate-env', 'The last one wins.', ['env/unique']),
  observed('accepts-env-without-value', 'A null is dropped.', ['env/value']),
  observed('accepts-text-as-list', 'One command needs no list.', ['list/sequence']),
  observed('accepts-range-upside-down', '`8..2` will do.', ['range/order']),
  observed('accepts-empty-range', '`..` will do.', ['range/bounded']),
  observed('accepts-size-in-g', '`8G` will do.', ['memory/unit']),
  observed('accepts-shm-size-range', 'A range will do.', ['shm_size/single']),
  documented('accepts-disk-without-size', '`{}` will do.', ['disk/size-required']),
  observed('accepts-amd-without-image', 'It needs no image.', ['gpu/amd-needs-image']),
  documented('accepts-any-vendor', 'Any vendor will do.', ['gpu/vendor']),
  observed('accepts-capability-without-minor', '`8` will do.', ['gpu/compute_capability-format']),
  observed('accepts-workflow-mount', 'A mount hides /workflow.', ['volumes/not-in-workflow']),
  documented('accepts-relative-mount', '`data:data` will do.', ['volumes/path-absolute']),
  observed('accepts-parent-in-mount', '`/a/../b` will do.', ['volumes/no-parent']),
  documented('accepts-mount-mode', '`data:/data:ro` will do.', ['volumes/short-format']),
  observed('accepts-port-65537', 'One port too many.', ['ports/range']),
  documented(
    'accepts-port-65537-and-stops-late',
    'Two faults: one port too many, and stopping takes ten minutes.',
    ['ports/range', 'stop_duration/default'],
    'anything',
  ),
  observed('accepts-port-0', 'One port too few.', ['ports/range']),
  observed('accepts-port-protocol', '`80/tcp` will do.', ['ports/format']),
  observed('accepts-any-backend', 'Any backend will do.', ['backends/known']),
  documented('accepts-spot-policy-case', '`Spot` will do.', ['spot_policy/values']),
  observed('accepts-free-price', 'Nothing is a price, too.', ['max_price/positive']),
  documented('accepts-retry-without-events', 'No events will do.', [
    'retry/on_events-required',
    'retry/on_events-empty',
  ]),
  documented('accepts-any-retry-event', 'Any event will do.', ['retry/events']),
  observed('accepts-capital-units', '`5M` will do.', ['duration/format']),

  // Refuses what it should accept
  documented('rejects-everything', 'Nothing is accepted.', ['commands/list', 'ports/number'], 'anything'),
  observed('refuses-null', 'Null is no value anywhere.', ['null/absent']),
  observed('refuses-port-65536', 'One port too few.', ['ports/range']),
  documented('refuses-off-text', 'As the release does.', ['duration/off-text']),
  observed('refuses-space-in-duration', '`5 m` is refused.', ['duration/spaces']),
  observed('refuses-seconds', '`30s` is refused.', ['duration/seconds-weeks']),
  observed('refuses-negative-duration', '-5 is refused.', ['duration/negative']),
  observed('refuses-boolean-words', "`'yes'` is refused.", ['boolean/words']),
  observed('refuses-lower-case-sizes', '`8gb` is refused.', ['memory/case']),
  observed('refuses-price-text', "`'1.5'` is refused.", ['max_price/from-text']),
  documented('refuses-env-mapping', 'Only lists will do.', ['env/mapping']),
  documented(
    'refuses-gpu-text',
    'Only objects will do.',
    ['gpu/text-name'],
    ['gpu/text-memory', 'gpu/text-count', 'gpu/text-vendor'],
  ),
  observed('refuses-disk-short', 'Only objects will do.', ['disk/short']),
  documented('refuses-volume-name-list', 'Only one name will do.', ['volumes/name-list']),
  documented(
    'refuses-instance-volumes',
    'Only network volumes will do.',
    ['volumes/instance'],
    ['volumes/short-instance'],
  ),
  observed('refuses-range-mapping', 'Only text will do.', ['range/mapping']),
  observed('refuses-port-object', 'Only text and numbers will do.', ['ports/object']),
  observed('refuses-name-of-41', 'One character too few.', ['name/format']),
  documented('refuses-user-ids', 'Only names will do.', ['user/given']),
  observed('refuses-python-float', 'Only text will do.', ['python/float']),
  observed('refuses-python-3.8', 'It is too old.', ['python/versions']),

  // Other YAML
  observed(
    'yaml-1.2',
    'It reads YAML 1.2.',
    ['yaml/booleans', 'yaml/integers', 'yaml/sexagesimal', 'yaml/floats'],
    'anything',
  ),
  observed(
    'yaml-words-as-text',
    '`off` and `yes` are text.',
    ['yaml/booleans'],
    ['yaml/document-markers', 'retry/duration-boolean', 'termination_idle_time/boolean'],
  ),
  observed('yaml-sexagesimal-as-text', '`22:22` is text.', ['yaml/sexagesimal']),
  observed('yaml-exponent-as-number', '`1e3` is a number.', ['yaml/floats']),
  observed('yaml-octal-as-decimal', '`012` is twelve.', ['yaml/integers']),
  observed('yaml-underscores-kept', '`1_000` is text.', ['yaml/integers']),
  observed('yaml-without-merge-keys', '`<<` is a field.', ['yaml/merge-keys']),
  observed('yaml-refuses-equal-keys', 'A key stands once.', ['yaml/last-key-wins']),
  observed('yaml-first-document-only', 'What follows is ignored.', ['yaml/single-document']),
];

type Fault = ValueFault | YamlFault;

/** Breaks what the page says. */
function documented(name: Fault, wrong: string, breaks: Ids, touches: Ids | 'anything' = []): Row {
  const expected = { grade: 'non-conformant', exitCode: 1, breaks, touches } as const;
  return { name, wrong, mode: 'protocol', cases: 'examples', expected };
}

/** Breaks only what the release does. */
function observed(name: Fault, wrong: string, breaks: Ids, touches: Ids | 'anything' = []): Row {
  const expected = { grade: 'conformant', exitCode: 0, breaks, touches } as const;
  return { name, wrong, mode: 'protocol', cases: 'examples', expected };
}
