import { benchGenerators } from './generators.ts';
import { benchHarness } from './harness.ts';
import { benchInterpreter } from './interpreter.ts';
import { benchNodeChild } from './node-child.ts';
import type { BenchRow } from './row.ts';
import { benchStart } from './start.ts';

const BENCHES: readonly (() => readonly BenchRow[] | Promise<readonly BenchRow[]>)[] = [
  benchInterpreter,
  benchGenerators,
  benchHarness,
  benchNodeChild,
  benchStart,
];

/**
 * Prints every figure with its budget; exits 1 where one is over. Figures are ratios taken in one run. With `--json`,
 * one JSON object per figure and line.
 */
async function main(argv: readonly string[]): Promise<void> {
  const isJson = argv.includes('--json');
  for (const bench of BENCHES) {
    for (const row of await bench()) {
      const within = isWithin(row);
      console.log(isJson ? JSON.stringify({ ...row, name: row.name.trim(), within }) : rendered(row));
      if (!within) process.exitCode = 1;
    }
  }
}

function rendered(row: BenchRow): string {
  const bounds = [
    row.budget?.max === undefined ? '' : `≤ ${row.budget.max}`,
    row.budget?.min === undefined ? '' : `≥ ${row.budget.min}`,
  ].filter((each) => each !== '');
  const verdict =
    bounds.length === 0 ? '' : `   budget ${bounds.join(', ')}: ${isWithin(row) ? 'within' : 'OVER'}`;
  const value = Number(row.value.toPrecision(3)).toLocaleString('en-US', { maximumSignificantDigits: 3 });
  return `${row.name.padEnd(62)} ${value.padStart(9)} ${row.unit.padEnd(12)}${verdict}`.trimEnd();
}

function isWithin({ value, budget }: BenchRow): boolean {
  return value <= (budget?.max ?? Infinity) && value >= (budget?.min ?? -Infinity);
}

await main(process.argv);
