import { test } from 'vitest';
import { PYDANTIC_2 } from '../coercion/pydantic-2/pydantic-2.ts';
import { expectAccepted, expectRejected, type Broken } from '../testing/expect.ts';
import { utilizationPolicyReader } from './utilization-policy.ts';

const readPolicy = utilizationPolicyReader(PYDANTIC_2);

test.each<[unknown, unknown, number, string]>([
  [0, 300, 0, '5m'],
  [100, '60m', 100, '1h'],
  ['5.0', 300.9, 5, '5m'],
  [true, ' 3600 ', 1, '1h'],
])('%o percent during %o', (percent, window, min_gpu_utilization, time_window) => {
  const policy = { min_gpu_utilization: percent, time_window: window };
  expectAccepted(readPolicy, policy, { min_gpu_utilization, time_window });
});

test.each<[unknown, unknown, ...Broken[]]>([
  [101, '5m', 'utilization_policy/percent /min_gpu_utilization'],
  [-1, '5m', 'utilization_policy/percent /min_gpu_utilization'],
  [1.5, '5m', 'integer/no-fraction /min_gpu_utilization'],
  [1, 299, 'utilization_policy/shortest-window /time_window'],
  [1, -600, 'utilization_policy/shortest-window /time_window'],
  [1, true, 'utilization_policy/shortest-window /time_window'],
  [1, 3601, 'utilization_policy/longest-window /time_window'],
  [1, 'off', 'duration/format /time_window'],
  [null, null, 'null/refused /min_gpu_utilization', 'null/refused /time_window'],
])('%o percent during %o break %s', (min_gpu_utilization, time_window, ...broken) => {
  expectRejected(readPolicy, { min_gpu_utilization, time_window }, ...broken);
});
