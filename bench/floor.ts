/** The floor of all ratios: `JSON.parse` and `JSON.stringify` of the same documents. */
export function floor(texts: readonly string[]): number {
  let length = 0;
  for (const text of texts) length += JSON.stringify(JSON.parse(text)).length;
  return length;
}

/** Nanoseconds per document that each task takes: tasks in turn, several rounds, the median round of each. */
export function timeTogether(
  tasks: Readonly<Record<string, () => number>>,
  documents: number,
  rounds = 9,
): Readonly<Record<string, number>> {
  const times = Object.fromEntries(Object.keys(tasks).map((name) => [name, [] as number[]]));
  let sink = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, task] of Object.entries(tasks)) {
      const repeats = Math.max(1, Math.round(40_000 / documents));
      const start = process.hrtime.bigint();
      for (let repeat = 0; repeat < repeats; repeat += 1) sink += task();
      times[name]?.push(Number(process.hrtime.bigint() - start) / repeats / documents);
    }
  }
  if (!Number.isFinite(sink)) throw new Error('a task measured nothing');
  return Object.fromEntries(Object.entries(times).map(([name, each]) => [name, median(each)]));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
