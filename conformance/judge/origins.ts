import { trace } from '../../reference/interpret.ts';
import { readJson } from '../../reference/json.ts';
import type { Origin } from '../../reference/origin.ts';
import { readYaml } from '../../reference/yaml.ts';
import type { Input } from '../case/case.ts';

/** Where each leaf of a normal form comes from, by JSON Pointer. */
export type Origins = ReadonlyMap<string, Origin>;

/** Where each leaf of the normal form of a text comes from; empty where it has none. */
export function originsOf(input: Input): Origins {
  const reading = input.kind === 'json' ? readJson(input.text) : readYaml(input.text);
  return reading.kind === 'read' ? trace(reading.document).origins : new Map();
}
