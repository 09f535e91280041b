import { benchInterpreter } from './interpreter.ts';
import type { BenchRow } from './row.ts';

/** Prints every figure with its budget; exits 1 where one is over. Figures are ratios taken in one run. */
async function main(): Promise<void> {
  const rows: readonly BenchRow[] = [...benchInterpreter()];
  await Promise.resolve();
  for (const row of rows) console.log(rendered(row));
  if (rows.some((row) => !isWithin(row))) process.exitCode = 1;
}

function rendered(row: BenchRow): string {
  const bounds = [
    row.budget?.max === undefined ? '' : `≤ ${row.budget.max}`,
    row.budget?.min === undefined ? '' : `≥ ${row.budget.min}`,
  ].filter((each) => each !== '');
  const verdict =
    bounds.length === 0 ? '' : `   budget ${bounds.join(', ')}: ${isWithin(row) ? 'within' : 'OVER'}`;
  const value = Number(row.value.toPrecision(3)).toLocaleString('en-US', { maximumSignificantDigits: 3 });
  return `${row.name.padEnd(64)} ${value.padStart(10)} ${row.unit}${verdict}`;
}

function isWithin({ value, budget }: BenchRow): boolean {
  return value <= (budget?.max ?? Infinity) && value >= (budget?.min ?? -Infinity);
}

await main();
