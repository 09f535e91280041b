import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { certify, generatedCorpus } from './corpus.ts';
import { cpuMicrosSince, median } from './floor.ts';
import { play, tapeFrom } from './harness.ts';
import type { BenchRow } from './row.ts';

const CASES = 10_000;
const ROUNDS = 3;

/**
 * Compares the CPU time of the harness with that of an implementation in Node: the reference as `npm run build` made
 * it. The time for starting both is measured with a single case and subtracted.
 */
export async function benchNodeChild(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dstack-conformance-bench-'));
  try {
    return await benchIn(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchIn(folder: string): Promise<BenchRow[]> {
  const child = childIn(folder);
  const log = join(folder, 'log');
  const cases = generatedCorpus(CASES);
  const tape = tapeFrom(await certify(child.command, cases, log));
  const short = tapeFrom(await certify(child.command, cases.slice(0, 1), log));
  const replayed = await compare(child, {
    all: () => play(child.command, tape),
    one: () => play(child.command, short),
  });
  const live = await compare(child, {
    all: () => certify(child.command, generatedCorpus(CASES), log),
    one: () => certify(child.command, generatedCorpus(1), log),
  });
  return [
    {
      name: 'harness CPU / child CPU, replay against the reference in Node',
      value: replayed.harness / replayed.child,
      unit: '×',
      budget: { max: 0.15 },
    },
    { name: '  harness CPU', value: replayed.harness / CASES, unit: 'µs/case' },
    { name: '  child CPU', value: replayed.child / CASES, unit: 'µs/case' },
    { name: 'harness CPU / child CPU, live certify', value: live.harness / live.child, unit: '×' },
  ];
}

interface MeasuredChild {
  readonly command: readonly string[];
  /** Returns the CPU time, in microseconds, of the child that ended last. */
  readonly cpu: () => number;
}

function childIn(folder: string): MeasuredChild {
  const report = join(folder, 'cpu');
  const hook = join(folder, 'hook.mjs');
  writeFileSync(
    hook,
    `import { writeFileSync } from 'node:fs';
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(${JSON.stringify(report)}, String(user + system));
});
`,
  );
  return {
    command: [process.execPath, '--import', pathToFileURL(hook).href, 'dist/main.js', 'adapter'],
    cpu: () => Number(readFileSync(report, 'utf8')),
  };
}

interface Cpu {
  readonly harness: number;
  readonly child: number;
}

/** Returns the CPU time for all cases without that for one, in microseconds: the median round of each. */
async function compare(
  child: MeasuredChild,
  runs: Readonly<Record<'all' | 'one', () => Promise<unknown>>>,
): Promise<Cpu> {
  const rounds: Cpu[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const all = await cpuOf(runs.all, child);
    const one = await cpuOf(runs.one, child);
    rounds.push({ harness: all.harness - one.harness, child: all.child - one.child });
  }
  return {
    harness: median(rounds.map(({ harness }) => harness)),
    child: median(rounds.map((each) => each.child)),
  };
}

async function cpuOf(run: () => Promise<unknown>, child: MeasuredChild): Promise<Cpu> {
  const before = process.cpuUsage();
  await run();
  return { harness: cpuMicrosSince(before), child: child.cpu() };
}
