import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestCase } from '../conformance/case/case.ts';
import type { CaseResult } from '../conformance/judge/outcome.ts';
import { playTape } from '../conformance/replay/tape-player.ts';
import { answeredIn, tapeOf, type Tape } from '../conformance/replay/tape.ts';
import { ask, certify, generatedCorpus, benchSettings } from './corpus.ts';
import { echoOf } from './echo.ts';
import { floor, median } from './floor.ts';
import type { BenchRow } from './row.ts';

const LIVE_CASES = 40_000;
const REPLAY_CASES = 80_000;
const LOCK_STEP_CASES = 5_000;
const WINDOW = 1024;
const ROUNDS = 5;

/**
 * Measures how fast the harness asks a child in C that costs next to nothing (echo.c). The rows are missing if there
 * is no compiler.
 *
 * - live: does the same as `certify`, from the generator to the log. The child's start counts.
 * - asking alone: prepared cases are asked and judged, and nothing is written.
 * - replay: passed cases are asked again, and answers are only compared. The child's start does not count.
 *
 * Each is divided by the floor's rate over the same documents, measured right before it.
 */
export function benchLive(): Promise<readonly BenchRow[]> {
  return withEcho(LIVE_CASES, (echo, cases, log) => live(echo(WINDOW), cases, log));
}

export function benchAsking(): Promise<readonly BenchRow[]> {
  return withEcho(LIVE_CASES, asking);
}

export function benchReplay(): Promise<readonly BenchRow[]> {
  return withEcho(REPLAY_CASES, (echo, cases, log) => replaying(echo(WINDOW), cases, log));
}

type Echo = (window: number) => readonly string[];

async function withEcho(
  count: number,
  bench: (echo: Echo, cases: readonly TestCase[], log: string) => Promise<readonly BenchRow[]>,
): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dstack-conformance-bench-'));
  try {
    const cases = generatedCorpus(count);
    const echo = echoOf(cases, folder);
    return echo === undefined ? [] : await bench(echo, cases, join(folder, 'log'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function live(
  command: readonly string[],
  cases: readonly TestCase[],
  log: string,
): Promise<BenchRow[]> {
  const { rate, ratio } = await againstFloor(cases, async () => {
    await certify(command, generatedCorpus(cases.length), log);
    return 0;
  });
  return [
    {
      name: 'live certify (generate, ask, judge, log), echoing C child',
      value: ratio,
      unit: '× floor rate',
      budget: { min: 0.15 },
    },
    { name: '  in cases per second', value: rate, unit: 'cases/s' },
  ];
}

async function asking(echo: Echo, cases: readonly TestCase[]): Promise<BenchRow[]> {
  const few = cases.slice(0, LOCK_STEP_CASES);
  const pipelined = await againstFloor(cases, () => ask(echo(WINDOW), cases));
  const lockStep = await againstFloor(few, () => ask(echo(1), few));
  return [
    { name: `asking alone, pipelined (window ${WINDOW})`, value: pipelined.rate, unit: 'cases/s' },
    { name: 'asking alone, lock-step (window 1)', value: lockStep.rate, unit: 'cases/s' },
    { name: '  pipelined against lock-step', value: pipelined.rate / lockStep.rate, unit: '×' },
  ];
}

async function replaying(
  command: readonly string[],
  cases: readonly TestCase[],
  log: string,
): Promise<BenchRow[]> {
  const tape = tapeFrom(await certify(command, cases, log));
  const [first] = cases;
  if (first === undefined) throw new Error('there are no cases');
  const short = tapeFrom(await certify(command, [first], log));
  const { rate, ratio } = await againstFloor(cases, async () => {
    const before = performance.now();
    await play(command, short);
    const starting = performance.now() - before;
    await play(command, tape);
    // The start counts once for the short tape and once for the long one.
    return 2 * starting;
  });
  const bytes = tape.reduce(
    (sum, { questions, answers }) => sum + questions.bytes.length + answers.bytes.length,
    0,
  );
  return [
    {
      name: 'replay of the fixed corpus, echoing C child',
      value: ratio,
      unit: '× floor rate',
      budget: { min: 2 },
    },
    { name: '  in cases per second', value: rate, unit: 'cases/s' },
    { name: '  through the pipes, both ways', value: (rate * bytes) / cases.length / 1e6, unit: 'MB/s' },
  ];
}

export function tapeFrom(results: readonly CaseResult[]): readonly Tape[] {
  return [...tapeOf(results.flatMap((result) => answeredIn(result) ?? []))];
}

export async function play(command: readonly string[], tape: readonly Tape[]): Promise<void> {
  const { confirmed, stopped } = await playTape(benchSettings(command), tape);
  const cases = tape.reduce((sum, piece) => sum + piece.cases.length, 0);
  if (confirmed !== cases) throw new Error(`${confirmed} cases were confirmed: ${stopped ?? ''}`);
}

/**
 * Returns the cases per second, and the same as a multiple of the floor's rate: the median round of each. `run`
 * returns the number of milliseconds that don't count.
 */
async function againstFloor(
  cases: readonly TestCase[],
  run: () => Promise<number>,
): Promise<{ rate: number; ratio: number }> {
  const texts = cases.map(({ input }) => input.text);
  const rates: number[] = [];
  const ratios: number[] = [];
  // The first round only warms up the compiler.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const before = performance.now();
    if (floor(texts) === 0) throw new Error('nothing was measured');
    const between = performance.now();
    const uncounted = await run();
    const taken = performance.now() - between - uncounted;
    if (round === 0) continue;
    rates.push((cases.length * 1000) / taken);
    ratios.push((between - before) / taken);
  }
  return { rate: median(rates), ratio: median(ratios) };
}
