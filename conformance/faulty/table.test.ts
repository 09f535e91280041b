import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../certify.ts';
import { buildProgram, type BuiltProgram } from './build-program.ts';
import { FAULT_NAMES } from './faults.ts';
import { REGISTER, survivors } from './processes.ts';
import type { ExpectedRun, Row } from './row.ts';
import { namedBy, runRow, summaryOf } from './run-row.ts';
import { TABLE } from './table.ts';

/**
 * Rows where the harness and the table do not agree yet: the outcome is never a pass, but the level or the fault is
 * another one than the row says. An entry that starts to agree fails the test, so that it is deleted.
 */
const DISAGREEING: ReadonlySet<string> = new Set([
  'answers-ahead',
  'answers-the-second-time-differently',
  'gpu-capability-as-float',
  'plain-exit-0-with-error-json',
  'plain-same-answer-always',
  'plain-throws',
  'repeats-the-first-answer-for-ever',
  'volume-path-slashes',
  'yaml-1.2',
]);

let built: BuiltProgram;
const runs: string[] = [];

beforeAll(async () => {
  built = await buildProgram();
  process.env[REGISTER] = join(built.folder, 'processes');
});

afterAll(() => {
  built.remove();
});

describe('the table of wrong implementations', () => {
  it('has a row for every fault, and no two of one name', () => {
    const names = TABLE.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(FAULT_NAMES.filter((name) => !names.includes(name))).toEqual([]);
  });

  const agreeing = TABLE.filter(({ name }) => !DISAGREEING.has(name));
  it.concurrent.each(agreeing)('$name: $wrong', (row) => checkRow(row));

  const others = TABLE.filter(({ name }) => DISAGREEING.has(name));
  it.concurrent.fails.each(others)('not yet $name: $wrong', (row) => checkRow(row));

  it('even where the two do not agree, a fault is never a pass', async () => {
    for (const row of others) {
      const { results, faults } = await runRow(row, built.program);
      expect(faults.length + results.filter(({ outcome }) => outcome.kind !== 'pass').length).toBeGreaterThan(
        0,
      );
    }
  });
});

describe('after the whole table', () => {
  it('no process is left over', () => {
    expect(runs).toHaveLength(TABLE.length);
    expect(survivors(join(built.folder, 'processes'), runs)).toEqual([]);
  });
});

async function checkRow(row: Row): Promise<void> {
  const result = await runRow(row, built.program);
  runs.push(result.run);
  const { grade, exitCode, counts, culprits, nondeterministic = 0, faults = [] } = row.expected;
  const summary = summaryOf(result);
  expect(summary).toEqual({
    grade,
    exitCode,
    counts: counts ?? { pass: expect.any(Number) as unknown, fail: expect.any(Number) as unknown },
    culprits: culprits ?? summary.culprits,
    nondeterministic,
    faults: [...faults].sort(),
  });
  checkRequirements(row.expected, result);
}

/** Every requirement that the row breaks is named, and every failure names one that the row says it breaks or touches. */
function checkRequirements({ breaks = [], touches = [] }: ExpectedRun, result: RunResult): void {
  const named = namedBy(result);
  expect(breaks.filter((id) => !named.some(({ requirements }) => requirements.includes(id)))).toEqual([]);
  if (touches === 'anything' || breaks.length === 0) return;
  const known = [...breaks, ...touches];
  expect(named.filter(({ requirements }) => !requirements.some((id) => known.includes(id)))).toEqual([]);
}
