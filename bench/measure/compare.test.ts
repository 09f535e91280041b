import { expect, test } from 'vitest';
import { differencesBetween } from './compare.ts';

test('equal measurements have no difference, in whatever order their paths stand', () => {
  const recorded = { verdict: 'rejected', stage: 'model', paths: ['/a', '/b'] } as const;
  expect(differencesBetween(recorded, { ...recorded, paths: ['/b', '/a'] })).toEqual([]);
});

test('a difference names the key of the normal form, once, with both values', () => {
  const recorded = { verdict: 'accepted', normal: { env: ['A=1', 'B=2'], nodes: 1 } } as const;
  const received = { verdict: 'accepted', normal: { env: ['A=3', 'B=4'], nodes: 1 } } as const;
  expect(differencesBetween(recorded, received)).toEqual([
    { field: 'normal/env', recorded: '["A=1","B=2"]', received: '["A=3","B=4"]' },
  ]);
});

test('the order of keys in a normal form means nothing', () => {
  const recorded = { verdict: 'accepted', normal: { env: { A: '1', B: '2' } } } as const;
  expect(differencesBetween(recorded, { verdict: 'accepted', normal: { env: { B: '2', A: '1' } } })).toEqual(
    [],
  );
});

test('a key that only one normal form has is a difference', () => {
  const recorded = { verdict: 'accepted', normal: { nodes: 1 } } as const;
  expect(differencesBetween(recorded, { verdict: 'accepted', normal: { nodes: 1, docker: false } })).toEqual([
    { field: 'normal/docker', recorded: 'absent', received: 'false' },
  ]);
});

test('measurements with different verdicts differ in verdict and stage', () => {
  const received = { verdict: 'crashed', stage: 'model-crash' } as const;
  expect(differencesBetween({ verdict: 'accepted', normal: { nodes: 1 } }, received)).toEqual([
    { field: 'verdict', recorded: '"accepted"', received: '"crashed"' },
    { field: 'stage', recorded: 'absent', received: '"model-crash"' },
  ]);
});
