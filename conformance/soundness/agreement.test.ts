import { expect, test } from 'vitest';
import { checkAgreement } from './agreement.ts';
import { describeDefect } from './suite-defect.ts';
import { EDITION } from '../testing/edition.ts';

const CASES = 100_000;

test('the reference reads 100,000 cases as they were built: each JSON text, the YAML text of every second case, and all cases that only YAML can say', () => {
  const { json, yaml, defects, disagreements } = checkAgreement({
    edition: EDITION,
    seed: 1,
    cases: CASES,
    yamlEvery: 2,
  });
  expect(defects.map(describeDefect)).toEqual([]);
  expect(disagreements).toBe(0);
  expect(json).toBeGreaterThan(0.9 * CASES);
  expect(yaml).toBeGreaterThan(0.5 * CASES);
}, 300_000);

test('the reference refuses 100,000 invalid cases, each for the broken requirement and at its place', () => {
  const { json, defects, disagreements } = checkAgreement({
    edition: EDITION,
    seed: 2,
    cases: CASES,
    yamlEvery: 10,
    kind: 'invalid',
  });
  expect(defects.map(describeDefect)).toEqual([]);
  expect(disagreements).toBe(0);
  expect(json).toBeGreaterThan(0.8 * CASES);
}, 300_000);
