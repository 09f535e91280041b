/** The floor of all ratios: `JSON.parse` and `JSON.stringify` of the same documents. */
export function floor(texts: readonly string[]): number {
  let length = 0;
  for (const text of texts) length += JSON.stringify(JSON.parse(text)).length;
  return length;
}

/**
 * Each task runs this many documents at a time: enough for the clock, and few enough that other load of the machine
 * affects all tasks alike.
 */
const SLICE_DOCUMENTS = 2_000;

/**
 * Measures the CPU time of each task in nanoseconds per document: the tasks take turns for many rounds, and the median
 * round of each counts. CPU time does not charge a task for other load of the machine, as the clock would.
 */
export function timeTogether(
  tasks: Readonly<Record<string, () => number>>,
  documents: number,
  rounds = 61,
): Readonly<Record<string, number>> {
  const times = Object.fromEntries(Object.keys(tasks).map((name) => [name, [] as number[]]));
  const repeats = Math.max(1, Math.round(SLICE_DOCUMENTS / documents));
  let sink = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, task] of Object.entries(tasks)) {
      const before = process.cpuUsage();
      for (let repeat = 0; repeat < repeats; repeat += 1) sink += task();
      times[name]?.push((cpuMicrosSince(before) * 1000) / repeats / documents);
    }
  }
  if (!Number.isFinite(sink)) throw new Error('a task measured nothing');
  return Object.fromEntries(Object.entries(times).map(([name, each]) => [name, median(each)]));
}

/** Returns the CPU time of this process, with all its threads, in microseconds. */
export function cpuMicrosSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
