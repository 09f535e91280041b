import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchRow } from './row.ts';

/** The bench runs in the project's folder, after the command line was built. */
const MAIN = 'dist/main.js';
/** Makes a process write its peak memory, in kilobytes, at its end. */
const PEAK = 'process.on("exit", () => process.stderr.write(`peak ${process.resourceUsage().maxRSS}\\n`))';

/** The numbers of cases whose peaks are compared. */
export interface Sizes {
  readonly few: number;
  readonly many: number;
}

/** These take minutes, and show a command that keeps its cases. */
export const QUICK: Sizes = { few: 50_000, many: 100_000 };
/** The sizes of the budget, which take most of an hour. */
export const MILLION: Sizes = { few: 100_000, many: 1_000_000 };

/** Compares the peak memory of the commands that take any number of cases, with the bundled reference as the program. */
export function benchMemory({ few, many }: Sizes): readonly BenchRow[] {
  const folder = mkdtempSync(join(tmpdir(), 'dstack-conformance-bench-'));
  try {
    return [
      // Each document is two cases, as JSON and as YAML.
      ...rows('certify', (cases) => ['certify', '--cases', `${cases / 2}`, '--log', log(cases)]),
      ...rows('report', (cases) => ['report', log(cases)]),
      ...rows('replay', (cases) => ['replay', log(cases)]),
      ...rows('fuzz', (cases) => ['fuzz', '--cases', `${cases}`, '--seed', '1', '--no-save']),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }

  function log(cases: number): string {
    return join(folder, `log-${cases}`);
  }

  function rows(name: string, argsFor: (cases: number) => readonly string[]): BenchRow[] {
    const base = peakMb(argsFor(few));
    const peak = peakMb(argsFor(many));
    return [
      {
        name: `peak memory of ${name}, ${words(many)} cases against ${words(few)}`,
        value: peak / base,
        unit: '×',
        budget: { max: 1.2 },
      },
      { name: `  with ${words(many)} cases`, value: peak, unit: 'MB' },
    ];
  }
}

function peakMb(args: readonly string[]): number {
  const hook = `data:text/javascript,${encodeURIComponent(PEAK)}`;
  const { status, stderr } = spawnSync(process.execPath, ['--import', hook, MAIN, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const { kilobytes } = /^peak (?<kilobytes>\d+)$/m.exec(stderr)?.groups ?? {};
  if (status !== 0 || kilobytes === undefined)
    throw new Error(`${args.join(' ')} exited with ${String(status)}: ${stderr}`);
  return Number(kilobytes) / 1024;
}

function words(cases: number): string {
  return cases.toLocaleString('en-US');
}
