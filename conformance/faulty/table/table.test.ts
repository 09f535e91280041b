import { beforeAll, describe, expect, it } from 'vitest';
import type { KeptRun } from '../../testing/kept-results.ts';
import { checkRow } from '../../testing/check-row.ts';
import { builtProgram, type Program } from './build-program.ts';
import { FAULT_NAMES } from '../programs/faults.ts';
import { inProcessProgram } from './in-process-program.ts';
import { runRow, runRowInProcesses } from './run-row.ts';
import { TABLE, wrongImplementations } from './table.ts';

/** The rows whose programs are wrong about values or YAML alone; table-processes.test.ts runs the others. */
const ROWS = TABLE.filter(({ name }) => inProcessProgram(name) !== undefined);

/** These rows are also run in processes, and must give the same results. */
const BOTH_WAYS = ['default-nodes', 'float-text-integer', 'yaml-1.2', 'yaml-json-only', 'answer-in-seconds'];

let program: Program;

beforeAll(async () => {
  program = await builtProgram();
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

  it.each(ROWS)('$name: $wrong', async (row) => {
    checkRow(row, await runRow(row, program));
  });

  it.each(ROWS.filter(({ name }) => BOTH_WAYS.includes(name)))(
    '$name gives the same results in a process as without one',
    async (row) => {
      expect(outcomesOf(await runRowInProcesses(row, program))).toEqual(
        outcomesOf(await runRow(row, program)),
      );
    },
  );
});

/** Returns the outcome and the answer of each case, by id: results come in any order. */
function outcomesOf({ results, grade, exitCode }: KeptRun): object {
  const byId = results.map(({ test, outcome, received }) => [test.id, { outcome, received }] as const);
  return { grade, exitCode, byId: new Map(byId) };
}
