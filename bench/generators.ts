import { GRAMMAR } from '../generators/editions/dstack-0.18.42/grammar.ts';
import { generateCases } from '../generators/generate.ts';
import { floor, timeTogether } from './floor.ts';
import type { BenchRow } from './row.ts';

const DOCUMENTS = 2_000;

/** Measures drawing a meaning and its spelling with both texts, as a ratio to the floor of the same documents. */
export function benchGenerators(): readonly BenchRow[] {
  const texts = jsonTexts();
  const times = timeTogether({ floor: () => floor(texts), generate }, DOCUMENTS);
  const { floor: base = Number.NaN, generate: taken = Number.NaN } = times;
  return [
    { name: 'floor: JSON.parse + JSON.stringify, generated tasks', value: base, unit: 'ns/document' },
    {
      name: 'generate: meaning, spelling, JSON and YAML text',
      value: taken / base,
      unit: '× floor',
      budget: { max: 4 },
    },
  ];
}

function jsonTexts(): string[] {
  return [...cases()].map(({ json }) => json ?? 'null');
}

function generate(): number {
  let length = 0;
  for (const { json, yaml } of cases()) length += (json?.length ?? 0) + yaml.length;
  return length;
}

function cases() {
  return generateCases(GRAMMAR, { seed: 1, count: DOCUMENTS, kind: 'valid', inputs: 'json' });
}
