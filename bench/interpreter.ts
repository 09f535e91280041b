import { interpret } from '../reference/interpret.ts';
import { LANGUAGE } from '../reference/editions/dstack-0.18.42/language.ts';
import { readJson } from '../reference/json/json.ts';
import { readYaml } from '../reference/yaml/yaml.ts';
import { documentJson } from '../reference/document/document-json.ts';
import { exampleTasks } from './example-tasks.ts';
import { floor, timeTogether } from './floor.ts';
import type { BenchRow } from './row.ts';

/** Measures `interpret` and `stringify` over the example tasks, written as JSON, as a ratio to the floor. */
export function benchInterpreter(): readonly BenchRow[] {
  const texts = exampleTasks().map(jsonOf);
  const documents = texts.map((text) => documentOf(text));
  const interpreter = timeTogether(
    {
      floor: () => floor(texts),
      interpret: () => documents.reduce<number>((length, each) => length + meaningOf(each).length, 0),
    },
    texts.length,
  );
  // The reader is not timed in turn with the interpreter, which would then pay for the reader's garbage.
  const reader = timeTogether(
    {
      floor: () => floor(texts),
      readJson: () => texts.reduce((count, each) => count + (readJson(each).kind === 'read' ? 1 : 0), 0),
    },
    texts.length,
  );
  const { floor: base = Number.NaN, interpret: taken = Number.NaN } = interpreter;
  const { floor: readerBase = Number.NaN, readJson: read = Number.NaN } = reader;
  return [
    { name: 'floor: JSON.parse + JSON.stringify, example tasks', value: base, unit: 'ns/document' },
    { name: 'interpret + stringify', value: taken / base, unit: '× floor', budget: { max: 2 } },
    { name: 'lossless JSON reader', value: read / readerBase, unit: '× floor' },
  ];
}

function jsonOf(yaml: string): string {
  const reading = readYaml(yaml);
  if (reading.kind === 'refused') throw new Error('an example task is no YAML');
  const json = documentJson(reading.document);
  if (json === undefined) throw new Error('an example task is no JSON');
  return json;
}

function documentOf(json: string): unknown {
  const reading = readJson(json);
  if (reading.kind === 'refused') throw new Error('an example task is no JSON');
  return reading.document;
}

function meaningOf(document: unknown): string {
  const verdict = interpret(LANGUAGE, document);
  if (verdict.kind === 'rejected') throw new Error('an example task is rejected');
  return LANGUAGE.stringify(verdict.normal);
}
