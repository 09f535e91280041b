import { test } from 'vitest';
import { TASK } from '../editions/dstack-0.18.42/task.ts';
import { expectRejected } from '../testing/expect.ts';
import { unknownField } from './unknown-field.ts';

const KNOWN = ['commands', 'idle_duration', 'max_price', 'env', 'nodes'];

test.each(['foo', '', 'Nodes', 'home_dir', '__proto__', 'x'.repeat(100_000)])('%j is refused', (key) => {
  expectRejected((name: string) => unknownField(TASK, name), key, 'document/known-fields');
});

test('each table refuses unknown fields with its own requirement', () => {
  expectRejected(
    (name: string) => unknownField({ names: KNOWN, unknown: 'retry/known-fields' }, name),
    'setup',
    'retry/known-fields',
  );
});
