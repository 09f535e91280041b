import { load } from 'js-yaml';
import { parse } from 'yaml';
import { readYaml } from '../reference/yaml/yaml.ts';
import { exampleTasks } from './example-tasks.ts';
import { timeTogether } from './floor.ts';
import type { BenchRow } from './row.ts';

/** Measures `readYaml` over the example tasks, as ratios to the time of two YAML libraries for the same texts. */
export function benchYaml(): readonly BenchRow[] {
  const texts = exampleTasks();
  // The libraries are not timed in turn with each other, because the faster one would then pay for the slower one's
  // garbage.
  const fast = timeTogether({ reader: () => readAll(texts), library: () => loadAll(texts) }, texts.length);
  const slow = timeTogether({ reader: () => readAll(texts), library: () => parseAll(texts) }, texts.length);
  return [
    { name: 'YAML reader, example tasks', value: fast['reader'] ?? Number.NaN, unit: 'ns/document' },
    { name: '  against js-yaml', value: ratio(fast), unit: '× its time', budget: { max: 1.2 } },
    { name: '  against yaml', value: ratio(slow), unit: '× its time', budget: { max: 0.22 } },
  ];
}

function readAll(texts: readonly string[]): number {
  return texts.filter((text) => readYaml(text).kind === 'read').length;
}

function loadAll(texts: readonly string[]): number {
  return texts.filter((text) => load(text) !== undefined).length;
}

function parseAll(texts: readonly string[]): number {
  return texts.filter((text) => parse(text) !== undefined).length;
}

function ratio({ reader = Number.NaN, library = Number.NaN }: Readonly<Record<string, number>>): number {
  return reader / library;
}
