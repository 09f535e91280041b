import { describe, expect, test } from 'vitest';
import { TASK } from '../editions/dstack-0.18.42/task.ts';
import { expectRejected } from '../testing/expect.ts';
import { unknownField } from './unknown-field.ts';

const KNOWN = new Map(['commands', 'idle_duration', 'max_price', 'env', 'nodes'].map((name) => [name, null]));

/** The fields that a refusal names in backquotes, the unknown one first. */
function namesIn(key: string): string[] {
  const message =
    unknownField({ byName: KNOWN, unknown: 'document/known-fields' }, key).violations[0]?.message ?? '';
  return [...message.matchAll(/`([^`]*)`/g)].map((match) => match[1] ?? '');
}

test.each(['foo', '', 'Nodes', 'home_dir', '__proto__', 'x'.repeat(100_000)])('%j is refused', (key) => {
  expectRejected((name: string) => unknownField(TASK, name), key, 'document/known-fields');
});

test('each table refuses with a requirement of its own', () => {
  expectRejected(
    (name: string) => unknownField({ byName: KNOWN, unknown: 'retry/known-fields' }, name),
    'setup',
    'retry/known-fields',
  );
});

describe('the refusal names a field that is near', () => {
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
  ])('%s: %s', (key, near) => {
    expect(namesIn(key)).toEqual([key, near]);
  });

  test.each(['foo', 'cmnd', 'en', '', 'com', 'commands_to_run', 'price'])('%j: none', (key) => {
    expect(namesIn(key)).toEqual([key]);
  });
});
