import { LEVELS } from '../../../../spec/generated/editions/dstack-0.21.2/levels.ts';
import { oneOf } from '../../../choices/choose.ts';
import { text } from '../../../document/node.ts';
import { fieldsWith, spellNull, type Field } from '../../../fields/field.ts';
import { drawBackendOptions } from '../../../meaning/backend-options.ts';
import { drawFleet } from '../../../meaning/fleet.ts';
import { drawInstance } from '../../../meaning/instance.ts';
import { drawList } from '../../../meaning/list.ts';
import * as pools from '../../../meaning/pools.ts';
import { drawPrice } from '../../../meaning/price.ts';
import { drawRetry, RETRY_ON_ANY_EVENT } from '../../../meaning/retry.ts';
import { drawSchedule } from '../../../meaning/schedule.ts';
import { drawTags } from '../../../meaning/tag.ts';
import { drawText, drawTexts } from '../../../meaning/text.ts';
import { drawUtilizationPolicy } from '../../../meaning/utilization-policy.ts';
import { spellBackendOptions } from '../../../spelling/backend-options.ts';
import { spellFleet } from '../../../spelling/fleet.ts';
import { spellInstance } from '../../../spelling/instance.ts';
import { spellPrice } from '../../../spelling/price.ts';
import { spellRetry } from '../../../spelling/retry.ts';
import { spellSchedule } from '../../../spelling/schedule.ts';
import { spellTags } from '../../../spelling/tag.ts';
import { spellList, spellText, spellTextList } from '../../../spelling/text.ts';
import { spellUtilizationPolicy } from '../../../spelling/utilization-policy.ts';
import { durationField } from './duration-field.ts';
import { IDLE_FIELD } from './idle-field.ts';
import { DEFAULT_TASK, type TaskMeaning } from './meaning.ts';
import { BACKENDS } from './pools.ts';

const field = fieldsWith<TaskMeaning>(DEFAULT_TASK, LEVELS);

/** The fields of a task that say where and when it runs, in the order of the page. */
export const PROFILE_FIELDS: readonly Field<TaskMeaning>[] = [
  field('backends', {
    popularity: 40,
    given: 'backends/list',
    byDefault: 'backends/default',
    draw: (pen) => drawList(pen, 0, () => oneOf(pen.source, BACKENDS)),
    spell: (backends, pen) => spellList(backends, pen, text),
    spellAbsent: spellNull,
  }),
  textList('regions', pools.REGIONS, 40),
  textList('availability_zones', pools.ZONES, 20),
  textList('instance_types', pools.INSTANCE_TYPES, 20),
  field('reservation', {
    popularity: 20,
    given: 'reservation/given',
    byDefault: 'reservation/default',
    draw: (pen) => drawText(pen, pools.RESERVATIONS),
    spell: spellText,
    spellAbsent: spellNull,
  }),
  field('spot_policy', {
    popularity: 50,
    given: 'spot_policy/values',
    byDefault: 'spot_policy/default',
    draw: ({ source }) => oneOf(source, ['spot', 'auto']),
    spell: text,
    spellAbsent: spellNull,
  }),
  field('retry', {
    popularity: 50,
    byDefault: 'retry/default',
    draw: (pen) => drawRetry(pen, RETRY_ON_ANY_EVENT),
    spell: (retry, pen) => spellRetry(retry, pen, RETRY_ON_ANY_EVENT),
    spellAbsent: spellNull,
  }),
  durationField('max_duration', 60),
  durationField('stop_duration', 40),
  field('max_price', {
    popularity: 50,
    given: 'max_price/given',
    byDefault: 'max_price/default',
    draw: drawPrice,
    spell: spellPrice,
    spellAbsent: spellNull,
  }),
  field('creation_policy', {
    popularity: 20,
    given: 'creation_policy/values',
    byDefault: 'creation_policy/default',
    draw: () => 'reuse' as const,
    spell: text,
    spellAbsent: spellNull,
  }),
  IDLE_FIELD,
  field('utilization_policy', {
    popularity: 24,
    given: 'utilization_policy/mapping',
    byDefault: 'utilization_policy/default',
    draw: drawUtilizationPolicy,
    spell: spellUtilizationPolicy,
    spellAbsent: spellNull,
  }),
  field('startup_order', {
    popularity: 20,
    given: 'startup_order/values',
    byDefault: 'startup_order/default',
    draw: ({ source }) => oneOf(source, ['master-first', 'workers-first']),
    spell: text,
    spellAbsent: spellNull,
  }),
  field('stop_criteria', {
    popularity: 20,
    given: 'stop_criteria/values',
    byDefault: 'stop_criteria/default',
    draw: () => 'master-done' as const,
    spell: text,
    spellAbsent: spellNull,
  }),
  field('schedule', {
    popularity: 24,
    given: 'schedule/mapping',
    byDefault: 'schedule/default',
    draw: drawSchedule,
    spell: spellSchedule,
    spellAbsent: spellNull,
  }),
  field('fleets', {
    popularity: 40,
    given: 'fleets/list',
    byDefault: 'fleets/default',
    draw: (pen) => drawList(pen, 0, () => drawFleet(pen)),
    spell: (fleets, pen) => spellList(fleets, pen, spellFleet),
    spellAbsent: spellNull,
  }),
  field('instances', {
    popularity: 24,
    given: 'instances/list',
    byDefault: 'instances/default',
    draw: (pen) => drawList(pen, 1, () => drawInstance(pen)),
    spell: (instances, pen) => spellList(instances, pen, spellInstance),
    spellAbsent: spellNull,
  }),
  field('tags', {
    popularity: 30,
    given: 'tags/mapping',
    byDefault: 'tags/default',
    draw: drawTags,
    spell: spellTags,
    spellAbsent: spellNull,
  }),
  field('backend_options', {
    popularity: 16,
    given: 'backend_options/list',
    byDefault: 'backend_options/default',
    draw: (pen) => (pen.strays(8) ? [] : [drawBackendOptions(pen)]),
    spell: (options, pen) => spellList(options, pen, spellBackendOptions),
    spellAbsent: spellNull,
  }),
];

/**
 * Makes a field that holds a list of texts.
 * regions/list: `regions` are the regions to consider.
 * regions/default: Without `regions` all are considered.
 * availability_zones/list: `availability_zones` are the zones to consider.
 * availability_zones/default: Without `availability_zones` all are considered.
 * instance_types/list: `instance_types` are the instance types to consider.
 * instance_types/default: Without `instance_types` all are considered.
 */
function textList(
  name: 'regions' | 'availability_zones' | 'instance_types',
  pool: readonly [string, ...string[]],
  popularity: number,
): Field<TaskMeaning> {
  return field(name, {
    popularity,
    given: `${name}/list`,
    byDefault: `${name}/default`,
    draw: (pen) => drawTexts(pen, pool, 0),
    spell: spellTextList,
    spellAbsent: spellNull,
  });
}
