import { describe, expect, test } from 'vitest';
import { foldIdle, IDLE_FIELDS, type IdleFields } from './idle-duration.ts';
import { ABSENT } from '../../fields/mapping.ts';
import { expectAccepted, expectRejected } from '../../testing/expect.ts';

const NOTHING: IdleFields = { idle_duration: null, termination_policy: null, termination_idle_time: null };

describe('idle_duration', () => {
  const { read } = IDLE_FIELDS.idle_duration;

  test.each<[unknown, unknown]>([
    ['1h', '1h'],
    [0, '0s'],
    [-1, 'off'],
    ['-300', 'off'],
    [false, 'off'],
    ['off', 'off'],
    [true, ABSENT],
  ])('%o reads as %o', (value, duration) => {
    expectAccepted(read, value, duration);
  });

  test.each<[unknown]>([['Off'], [[]], ['-5m']])('%o is none', (value) => {
    expectRejected(read, value, 'duration/format');
  });
});

describe('termination_idle_time', () => {
  const { read } = IDLE_FIELDS.termination_idle_time;

  test.each<[unknown, string]>([
    ['10m', '10m'],
    [-1, 'off'],
    [0, '0s'],
    [true, '1s'],
    [false, '0s'],
  ])('%o reads as %s', (value, duration) => {
    expectAccepted(read, value, duration);
  });

  test.each<[unknown]>([['off'], [{}], ['1.5h']])('%o is none', (value) => {
    expectRejected(read, value, 'duration/format');
  });
});

describe('termination_policy', () => {
  const { read } = IDLE_FIELDS.termination_policy;

  test.each(['dont-destroy', 'destroy-after-idle'])('reads the policy %s', (policy) => {
    expectAccepted(read, policy, policy);
  });

  test.each<[unknown]>([['destroy'], [''], [false]])('%o is none', (value) => {
    expectRejected(read, value, 'termination_policy/values');
  });
});

describe('together', () => {
  test.each<[Partial<IdleFields>, string]>([
    [{}, '5m'],
    [{ idle_duration: '1h' }, '1h'],
    [{ termination_idle_time: '10m' }, '10m'],
    [{ termination_idle_time: 'off' }, 'off'],
    [{ idle_duration: '1h', termination_idle_time: '10m' }, '1h'],
    [{ termination_policy: 'dont-destroy' }, 'off'],
    [{ termination_policy: 'dont-destroy', idle_duration: '1h', termination_idle_time: '10m' }, 'off'],
    [{ termination_policy: 'destroy-after-idle' }, '5m'],
    [{ termination_policy: 'destroy-after-idle', termination_idle_time: '10m' }, '10m'],
    [{ termination_policy: 'destroy-after-idle', idle_duration: '0s' }, '0s'],
  ])('%o mean %s', (given, idle) => {
    expect(foldIdle({ ...NOTHING, ...given })).toBe(idle);
  });
});
