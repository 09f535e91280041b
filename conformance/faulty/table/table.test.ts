import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../../certify/certify.ts';
import { buildProgram, type BuiltProgram } from './build-program.ts';
import { FAULT_NAMES } from '../programs/faults.ts';
import { REGISTER, survivors } from '../programs/processes.ts';
import type { ExpectedRun, Row } from './row.ts';
import { namedBy, runRow, summaryOf } from './run-row.ts';
import { TABLE, wrongImplementations } from './table.ts';

/** These rows are also run with several processes at a time, and must give the same results. */
const SIDE_BY_SIDE = [
  'honest',
  'exits-on-chosen-with-1',
  'exits-on-every-invalid',
  'hangs-on-chosen',
  'stray-print',
];

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

  it('has a command for each of the programs that are wrong about values', () => {
    const [first, ...others] = wrongImplementations();
    expect(first?.command.slice(-2)).toEqual(['--fault', 'default-nodes']);
    expect(others.length).toBeGreaterThan(100);
  });

  it.concurrent.each(TABLE)('$name: $wrong', (row) => checkRow(row, 1));

  const several = TABLE.filter(({ name }) => SIDE_BY_SIDE.includes(name));
  it.concurrent.each(several)('$name, three at a time', (row) => checkRow(row, 3));
});

describe('after the whole table', () => {
  it('no process is left over', async () => {
    expect(runs).toHaveLength(TABLE.length + SIDE_BY_SIDE.length);
    // The process that was killed last may take a moment to be gone.
    await expect.poll(() => survivors(join(built.folder, 'processes'), runs), { timeout: 3000 }).toEqual([]);
  });
});

async function checkRow(row: Row, jobs: number): Promise<void> {
  const result = await runRow(row, built.program, jobs);
  runs.push(result.run);
  const { grade, exitCode, counts, culprits, nondeterministic = 0, faults = [] } = row.expected;
  const summary = summaryOf(result);
  expect(summary).toEqual({
    grade,
    exitCode,
    counts: counts ?? summary.counts,
    culprits: culprits ?? summary.culprits,
    nondeterministic: nondeterministic === 'any' ? summary.nondeterministic : nondeterministic,
    faults: [...faults].sort(),
  });
  checkRequirements(row.expected, result);
}

/**
 * Checks that some failure names every requirement that the row breaks, and that every failure names one that the row
 * breaks or touches.
 */
function checkRequirements({ breaks = [], touches = [] }: ExpectedRun, result: RunResult): void {
  const named = namedBy(result);
  expect(breaks.filter((id) => !named.some(({ requirements }) => requirements.includes(id)))).toEqual([]);
  if (touches === 'anything' || breaks.length === 0) return;
  const known = [...breaks, ...touches];
  expect(named.filter(({ requirements }) => !requirements.some((id) => known.includes(id)))).toEqual([]);
}
