import { describe, expect, test } from 'vitest';
import { EDITIONS } from '../editions/register.ts';
import { checkAgreement } from './agreement.ts';
import { describeDefect } from './suite-defect.ts';

/** Number of cases of the first edition, and of each of the others, which shares most of its code. */
const CASES = 100_000;
const CASES_OF_OTHERS = 30_000;

describe.each(
  EDITIONS.map(({ id, load }, index) => ({ id, load, cases: index === 0 ? CASES : CASES_OF_OTHERS })),
)('the reference for $id', ({ load, cases }) => {
  test('reads cases as they were built: each JSON text, the YAML text of every second case, and all cases that only YAML can say', async () => {
    const { json, yaml, defects, disagreements } = checkAgreement({
      edition: await load(),
      seed: 1,
      cases,
      yamlEvery: 2,
    });
    expect(defects.map(describeDefect)).toEqual([]);
    expect(disagreements).toBe(0);
    expect(json).toBeGreaterThan(0.9 * cases);
    expect(yaml).toBeGreaterThan(0.5 * cases);
  }, 300_000);

  test('refuses invalid cases, each for the broken requirement and at its place', async () => {
    const { json, defects, disagreements } = checkAgreement({
      edition: await load(),
      seed: 2,
      cases,
      yamlEvery: 10,
      kind: 'invalid',
    });
    expect(defects.map(describeDefect)).toEqual([]);
    expect(disagreements).toBe(0);
    expect(json).toBeGreaterThan(0.8 * cases);
  }, 300_000);
});
