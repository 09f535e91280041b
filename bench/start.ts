import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './floor.ts';
import type { BenchRow } from './row.ts';

const ROUNDS = 21;

/**
 * Compares the start of the command line, as `npm run build` made it, with that of a Node that runs an empty file.
 * Both take turns and are timed by the clock.
 */
export function benchStart(): readonly BenchRow[] {
  const folder = mkdtempSync(join(tmpdir(), 'dstack-conformance-bench-'));
  const empty = join(folder, 'empty.js');
  writeFileSync(empty, '');
  const times: { readonly empty: number; readonly ours: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    times.push({ empty: timeOf([empty]), ours: timeOf(['dist/main.js', '--version']) });
  rmSync(folder, { recursive: true });
  return [
    {
      name: 'start of the command line (--version, built)',
      value: median(times.map(({ ours }) => ours)) / median(times.map((each) => each.empty)),
      unit: '× empty node',
      budget: { max: 1.4 },
    },
    { name: '  in milliseconds', value: median(times.map(({ ours }) => ours)), unit: 'ms' },
  ];
}

function timeOf(args: readonly string[]): number {
  const before = performance.now();
  const { status, error } = spawnSync(process.execPath, args, { stdio: 'ignore' });
  if (status !== 0) throw error ?? new Error(`${args.join(' ')} exited with ${String(status)}`);
  return performance.now() - before;
}
