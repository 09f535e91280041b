import { describe, expect, test } from 'vitest';
import { nearest } from './nearest.ts';

const KNOWN = ['commands', 'idle_duration', 'max_price', 'env', 'nodes', 'name', 'cpu', 'gpu', 'type'];

describe('the nearest name is found', () => {
  test.each([
    ['command', 'commands'],
    ['comands', 'commands'],
    ['commandss', 'commands'],
    ['cmmonds', 'commands'],
    ['Commands', 'commands'],
    ['idle-duration', 'idle_duration'],
    ['IDLE_DURATION', 'idle_duration'],
    ['maxprice', 'max_price'],
    ['ENV', 'env'],
    ['envs', 'env'],
    ['gpus', 'gpu'],
    ['node', 'nodes'],
    ['typ', 'type'],
    ['nam', 'name'],
    ['en', 'env'],
    ['cp', 'cpu'],
    ['evn', 'env'],
    [' env ', 'env'],
  ])('of %s it is %s', (given, near) => {
    expect(nearest(given, KNOWN)).toBe(near);
  });

  test.each(['foo', 'cmnd', '', 'e', 'com', 'commands_to_run', 'price', '__proto__', 'x'.repeat(100_000)])(
    'none is near %j',
    (given) => {
      expect(nearest(given, KNOWN)).toBeUndefined();
    },
  );
});

test('of equally near names the one with the longer common beginning is taken, then the first', () => {
  expect(nearest('spat', ['chat', 'spot', 'that'])).toBe('spot');
  expect(nearest('ab', ['xb', 'ax', 'ay'])).toBe('ax');
});

test('two swapped neighbours are one edit', () => {
  expect(nearest('tpye', ['tape', 'type'])).toBe('type');
});
