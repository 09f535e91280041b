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

test('each table refuses unknown fields with its own requirement', () => {
  expectRejected(
    (name: string) => unknownField({ byName: KNOWN, unknown: 'retry/known-fields' }, name),
    'setup',
    'retry/known-fields',
  );
});

describe('the refusal suggests a similar field', () => {
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
  ])('for %s it suggests %s', (key, near) => {
    expect(namesIn(key)).toEqual([key, near]);
  });

  test.each(['foo', 'cmnd', 'en', '', 'com', 'commands_to_run', 'price'])(
    'for %j it suggests nothing',
    (key) => {
      expect(namesIn(key)).toEqual([key]);
    },
  );
});
