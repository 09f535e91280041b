import { describe, expect, it } from 'vitest';
import { fuzzImplementation } from '../../fuzz/fuzz.ts';
import type { Failure } from '../../fuzz/failure.ts';
import { causesOf } from '../../testing/causes.ts';
import type { Implementation } from '../../runner/implementation.ts';
import { inProcess } from '../../runner/in-process.ts';
import { inProcessProgram } from './in-process-program.ts';
import { EDITION } from '../../testing/edition.ts';
import { certifyKeeping } from '../../testing/kept-results.ts';
import { sharedSuite } from '../../testing/shared-suite.ts';

/** Generated cases of a certificate, and cases of a fuzz run: fewer than by default, enough for the bugs below. */
const CASES = 3000;

async function certify(implementation: Implementation) {
  const { results } = await certifyKeeping(implementation, {
    edition: EDITION,
    cases: sharedSuite(CASES),
    generated: 'known',
  });
  return causesOf(results);
}

/** Returns the failures at the end, and those that were reported during the run. */
async function fuzz(implementation: Implementation) {
  const told: Failure[] = [];
  const limit = { kind: 'cases', count: CASES } as const;
  const { failures } = await fuzzImplementation(implementation, {
    edition: EDITION,
    seed: 1,
    limit,
    onFailure: (failure) => told.push(failure),
  });
  return { failures, told };
}

describe('a program that refuses `stop_duration: off`, bare and in quotes', () => {
  it.each([
    ['says where and why', 'refuses-stop-off', ['/stop_duration']],
    ['says where', 'refuses-stop-off-without-message', ['/stop_duration']],
    ['says nothing', 'refuses-stop-off-without-a-word', []],
  ])('has one cause where it %s', async (_, fault, places) => {
    const implementation = inProcessProgram(fault);
    if (implementation === undefined) throw new Error(`${fault} is wrong about more than values`);
    const causes = await certify(implementation);
    expect(causes).toMatchObject([{ kind: 'rejected-valid', places }]);
    expect(['duration/off', 'duration/off-text']).toContain(causes[0]?.requirement);
    const { failures, told } = await fuzz(implementation);
    expect(failures).toMatchObject([{ symptom: { kind: 'rejected-valid' }, places }]);
    expect(told).toHaveLength(1);
  });
});

/** A program that accepts every document and answers it unchanged. */
const NAIVE = inProcess({
  name: 'naive',
  inputs: ['json'],
  start: () => (input) => `{"accepted":${input.text}}`,
});

describe('a program that accepts everything and answers it unchanged', () => {
  it('has at most thirty causes, the first of which is that defaults are left out or nothing is refused', async () => {
    const causes = await certify(NAIVE);
    expect(causes.length).toBeLessThanOrEqual(30);
    expect(causes.slice(0, 2).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['left-out', 'accepted-invalid']),
    );
    const { failures, told } = await fuzz(NAIVE);
    expect(failures.length).toBeLessThanOrEqual(30);
    expect(told.length).toBeLessThanOrEqual(30);
  });
});
