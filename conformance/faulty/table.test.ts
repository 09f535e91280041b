import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../certify.ts';
import { buildProgram, type BuiltProgram } from './build-program.ts';
import { FAULT_NAMES } from './faults.ts';
import { REGISTER, survivors } from './processes.ts';
import type { ExpectedRun } from './row.ts';
import { namedBy, runRow, summaryOf } from './run-row.ts';
import { TABLE } from './table.ts';

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

  it.concurrent.each(TABLE)('$name: $wrong', async (row) => {
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
  });
});

describe('after the whole table', () => {
  it('no process is left over', () => {
    expect(runs).toHaveLength(TABLE.length);
    expect(survivors(join(built.folder, 'processes'), runs)).toEqual([]);
  });
});

/** Every requirement that the row breaks is named, and every failure names one that the row says it breaks or touches. */
function checkRequirements({ breaks = [], touches = [] }: ExpectedRun, result: RunResult): void {
  const named = namedBy(result);
  expect(breaks.filter((id) => !named.some(({ requirements }) => requirements.includes(id)))).toEqual([]);
  if (touches === 'anything' || breaks.length === 0) return;
  const known = [...breaks, ...touches];
  expect(named.filter(({ requirements }) => !requirements.some((id) => known.includes(id)))).toEqual([]);
}
