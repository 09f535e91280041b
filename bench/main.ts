import { spawnSync } from 'node:child_process';
import { benchGenerators } from './generators.ts';
import { benchAsking, benchLive, benchReplay } from './harness.ts';
import { benchHtmlReport } from './html-report.ts';
import { benchInterpreter } from './interpreter.ts';
import { benchMemory, MILLION, QUICK } from './memory.ts';
import { benchNodeChild } from './node-child.ts';
import type { BenchRow } from './row.ts';
import { benchStart } from './start.ts';
import { benchYaml } from './yaml.ts';

type Bench = () => readonly BenchRow[] | Promise<readonly BenchRow[]>;

const BENCHES: ReadonlyMap<string, Bench> = new Map<string, Bench>([
  ['interpreter', benchInterpreter],
  ['yaml', benchYaml],
  ['generators', benchGenerators],
  ['live', benchLive],
  ['asking', benchAsking],
  ['replay', benchReplay],
  ['node-child', benchNodeChild],
  ['start', benchStart],
  ['html-report', benchHtmlReport],
  ['memory', () => benchMemory(QUICK)],
]);

/** Benches that take most of an hour, and run only when they are named. */
const SLOW: ReadonlyMap<string, Bench> = new Map<string, Bench>([['million', () => benchMemory(MILLION)]]);

/**
 * Prints every figure with its budget, and exits 1 if one is over its budget. With `--json` it prints one JSON object
 * per figure and line.
 *
 * Figures are ratios taken in one process. Each bench has a process of its own, as each command has, because the
 * optimizations that the engine made for one bench make another up to two times slower.
 */
async function main([, script = '', ...args]: readonly string[]): Promise<void> {
  const [flag, name = ''] = args;
  const bench = flag === '--only' ? (BENCHES.get(name) ?? SLOW.get(name)) : undefined;
  if (bench !== undefined) {
    process.stdout.write(JSON.stringify(await bench()));
    return;
  }
  for (const each of BENCHES.keys()) {
    for (const row of rowsOf(script, each)) {
      const within = isWithin(row);
      console.log(
        flag === '--json' ? JSON.stringify({ ...row, name: row.name.trim(), within }) : rendered(row),
      );
      if (!within) process.exitCode = 1;
    }
  }
}

function rowsOf(script: string, name: string): readonly BenchRow[] {
  const { status, stdout } = spawnSync(process.execPath, [script, '--only', name], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`the bench ${name} exited with ${String(status)}`);
  return JSON.parse(stdout) as BenchRow[];
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
