import type { NormalForm } from '../../../spec/generated/editions/dstack-0.21.2/normal-form.ts';
import { PYDANTIC_2 } from '../../coercion/pydantic-2/pydantic-2.ts';
import { listOf } from '../../fields/list.ts';
import { field, optional, type Fields } from '../../fields/mapping.ts';
import { backendOptionsReader } from '../../values/backend-options.ts';
import { readIdlePeriod, readPeriodOrOff } from '../../values/duration.ts';
import { fleetReader } from '../../values/fleet.ts';
import { instancesReader } from '../../values/instance.ts';
import { readMaxPrice } from '../../values/max-price.ts';
import { retryReader } from '../../values/retry.ts';
import { scheduleReader } from '../../values/schedule.ts';
import { readTags } from '../../values/tags.ts';
import { utilizationPolicyReader } from '../../values/utilization-policy.ts';
import { RETRY_RULES } from './retry.ts';

/** The fields of a task that say where and when it runs, which a profile may say too. */
export type ProfileFields = Pick<
  NormalForm,
  | 'backends'
  | 'regions'
  | 'availability_zones'
  | 'instance_types'
  | 'reservation'
  | 'spot_policy'
  | 'retry'
  | 'max_duration'
  | 'stop_duration'
  | 'max_price'
  | 'creation_policy'
  | 'idle_duration'
  | 'utilization_policy'
  | 'startup_order'
  | 'stop_criteria'
  | 'schedule'
  | 'fleets'
  | 'instances'
  | 'tags'
  | 'backend_options'
>;

const BACKENDS = [
  'amddevcloud',
  'aws',
  'azure',
  'cloudrift',
  'crusoe',
  'cudo',
  'datacrunch',
  'digitalocean',
  'dstack',
  'gcp',
  'hotaisle',
  'jarvislabs',
  'kubernetes',
  'lambda',
  'nebius',
  'oci',
  'remote',
  'runpod',
  'slurm',
  'tensordock',
  'vastai',
  'verda',
  'vultr',
] as const;

const { text, choice } = PYDANTIC_2;

const textList = listOf(text);

/** The second part of the page's root table, in the order of the normal form. */
export const PROFILE_FIELDS: Fields<ProfileFields> = {
  // backends/one-of-23: A backend is one of the release's: amddevcloud, aws, azure, cloudrift, crusoe, cudo,
  //   datacrunch, digitalocean, dstack, gcp, hotaisle, jarvislabs, kubernetes, lambda, nebius, oci, remote, runpod,
  //   slurm, tensordock, vastai, verda, vultr.
  // backends/list: `backends` are the backends to consider.
  // backends/default: Without `backends` all are considered.
  backends: field(
    listOf(choice(BACKENDS, 'backends/one-of-23')),
    'backends/list',
    optional(null, 'backends/default'),
  ),
  // regions/list: `regions` are the regions to consider.
  // regions/default: Without `regions` all are considered.
  regions: field(textList, 'regions/list', optional(null, 'regions/default')),
  // availability_zones/list: `availability_zones` are the zones to consider.
  // availability_zones/default: Without `availability_zones` all are considered.
  availability_zones: field(
    textList,
    'availability_zones/list',
    optional(null, 'availability_zones/default'),
  ),
  // instance_types/list: `instance_types` are the instance types to consider.
  // instance_types/default: Without `instance_types` all are considered.
  instance_types: field(textList, 'instance_types/list', optional(null, 'instance_types/default')),
  // reservation/given: `reservation` is the reservation to use.
  // reservation/default: Without `reservation` none is used.
  reservation: field(text, 'reservation/given', optional(null, 'reservation/default')),
  // spot_policy/values: `spot_policy` is spot, on-demand or auto.
  // spot_policy/default: `spot_policy` defaults to on-demand.
  spot_policy: field(
    choice(['spot', 'on-demand', 'auto'], 'spot_policy/values'),
    'spot_policy/values',
    optional('on-demand', 'spot_policy/default'),
  ),
  // retry/default: `retry` defaults to false.
  retry: field(retryReader(PYDANTIC_2, RETRY_RULES), 'retry/default', optional(false, 'retry/default')),
  // max_duration/given: `max_duration` is the maximum duration of a run.
  // max_duration/default: `max_duration` defaults to `off`.
  max_duration: field(
    readPeriodOrOff,
    'max_duration/given',
    optional('off', 'max_duration/default', 'duration/true'),
  ),
  // stop_duration/given: `stop_duration` is the maximum duration of stopping.
  // stop_duration/default: `stop_duration` defaults to `5m`.
  stop_duration: field(
    readPeriodOrOff,
    'stop_duration/given',
    optional('5m', 'stop_duration/default', 'duration/true'),
  ),
  // max_price/given: `max_price` is the maximum price per hour, in dollars.
  // max_price/default: Without `max_price` any price will do.
  max_price: field(readMaxPrice, 'max_price/given', optional(null, 'max_price/default')),
  // creation_policy/values: `creation_policy` is reuse or reuse-or-create.
  // creation_policy/default: `creation_policy` defaults to reuse-or-create.
  creation_policy: field(
    choice(['reuse', 'reuse-or-create'], 'creation_policy/values'),
    'creation_policy/values',
    optional('reuse-or-create', 'creation_policy/default'),
  ),
  // idle_duration/given: `idle_duration` is the time before an idle instance is terminated.
  // idle_duration/default: `idle_duration` defaults to `5m` for runs.
  idle_duration: field(
    readIdlePeriod,
    'idle_duration/given',
    optional('5m', 'idle_duration/default', 'duration/true'),
  ),
  // utilization_policy/default: Without `utilization_policy` no utilization is demanded.
  utilization_policy: field(
    utilizationPolicyReader(PYDANTIC_2),
    'utilization_policy/mapping',
    optional(null, 'utilization_policy/default'),
  ),
  // startup_order/values: `startup_order` is any, master-first or workers-first.
  // startup_order/default: `startup_order` defaults to any.
  startup_order: field(
    choice(['any', 'master-first', 'workers-first'], 'startup_order/values'),
    'startup_order/values',
    optional('any', 'startup_order/default'),
  ),
  // stop_criteria/values: `stop_criteria` is all-done or master-done.
  // stop_criteria/default: `stop_criteria` defaults to all-done.
  stop_criteria: field(
    choice(['all-done', 'master-done'], 'stop_criteria/values'),
    'stop_criteria/values',
    optional('all-done', 'stop_criteria/default'),
  ),
  // schedule/default: Without `schedule` the run starts at once.
  schedule: field(scheduleReader(PYDANTIC_2), 'schedule/mapping', optional(null, 'schedule/default')),
  // fleets/list: `fleets` are the fleets to consider.
  // fleets/default: Without `fleets` all are considered.
  fleets: field(listOf(fleetReader(PYDANTIC_2, text)), 'fleets/list', optional(null, 'fleets/default')),
  // instances/list: `instances` are the instances to consider.
  // instances/default: Without `instances` all are considered.
  instances: field(instancesReader(PYDANTIC_2), 'instances/list', optional(null, 'instances/default')),
  // tags/default: Without `tags` there are none.
  tags: field(readTags, 'tags/mapping', optional(null, 'tags/default')),
  // backend_options/list: `backend_options` are options of single backends.
  // backend_options/default: Without `backend_options` there are none.
  backend_options: field(
    backendOptionsReader(PYDANTIC_2),
    'backend_options/list',
    optional(null, 'backend_options/default'),
  ),
};
