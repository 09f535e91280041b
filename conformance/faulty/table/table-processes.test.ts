import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkRow } from '../../testing/check-row.ts';
import { builtProgram, type Program } from './build-program.ts';
import { REGISTER, survivors } from '../programs/processes.ts';
import { inProcessProgram } from './in-process-program.ts';
import type { Row } from './row.ts';
import { runRow } from './run-row.ts';
import { TABLE } from './table.ts';

/** The rows about the protocol, about processes and about plain mode; table.test.ts runs the others. */
const ROWS = TABLE.filter(({ name }) => inProcessProgram(name) === undefined);

/** These rows are also run with several processes at a time, and must give the same results. */
const SIDE_BY_SIDE = [
  'honest',
  'exits-on-chosen-with-1',
  'exits-on-every-invalid',
  'hangs-on-chosen',
  'stray-print',
];

const folder = mkdtempSync(join(tmpdir(), 'processes-'));
const noted = join(folder, 'processes');

let program: Program;
const runs: string[] = [];

beforeAll(async () => {
  program = await builtProgram();
  process.env[REGISTER] = noted;
});

afterAll(() => {
  // The next file of this worker has the same environment.
  Reflect.deleteProperty(process.env, REGISTER);
  rmSync(folder, { recursive: true });
});

describe('the table of wrong implementations', () => {
  it.concurrent.each(ROWS)('$name: $wrong', (row) => runAndCheck(row, 1));

  const several = ROWS.filter(({ name }) => SIDE_BY_SIDE.includes(name));
  it.concurrent.each(several)('$name, three at a time', (row) => runAndCheck(row, 3));
});

describe('after the whole table', () => {
  it('no process is left over', async () => {
    expect(runs).toHaveLength(ROWS.length + SIDE_BY_SIDE.length);
    // The process that was killed last may take a moment to be gone.
    await expect.poll(() => survivors(noted, runs), { timeout: 3000 }).toEqual([]);
  });
});

async function runAndCheck(row: Row, jobs: number): Promise<void> {
  const result = await runRow(row, program, jobs);
  runs.push(result.run);
  checkRow(row, result);
}
