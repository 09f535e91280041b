import { expect, test } from 'vitest';
import { checkAgreement } from './agreement.ts';
import { describeDefect } from './suite-defect.ts';

const CASES = 100_000;

test('the reference reads 100,000 cases as they were meant: each JSON text, and the YAML text of every second case and of all that only YAML can say', () => {
  const { json, yaml, defects, disagreements } = checkAgreement({ seed: 1, cases: CASES, yamlEvery: 2 });
  expect(defects.map(describeDefect)).toEqual([]);
  expect(disagreements).toBe(0);
  expect(json).toBeGreaterThan(0.9 * CASES);
  expect(yaml).toBeGreaterThan(0.5 * CASES);
}, 300_000);

test('the reference refuses 100,000 invalid cases, each for the requirement and at the place that it was broken in', () => {
  const { json, defects, disagreements } = checkAgreement({
    seed: 2,
    cases: CASES,
    yamlEvery: 10,
    kind: 'invalid',
  });
  expect(defects.map(describeDefect)).toEqual([]);
  expect(disagreements).toBe(0);
  expect(json).toBeGreaterThan(0.8 * CASES);
}, 300_000);
