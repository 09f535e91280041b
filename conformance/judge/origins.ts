import { trace } from '../../reference/interpret.ts';
import { LANGUAGE } from '../../reference/editions/dstack-0.18.42/language.ts';
import { readJson } from '../../reference/json/json.ts';
import type { Origin } from '../../reference/fields/origin.ts';
import type { Reading } from '../../reference/document/reading.ts';
import { readYaml } from '../../reference/yaml/yaml.ts';
import type { Input } from '../case/case.ts';
import { Notations } from './notation.ts';

/** Where each leaf of a normal form comes from, by JSON Pointer. */
export type Origins = ReadonlyMap<string, Origin>;

/** Where each leaf of the normal form of a text comes from; empty where it has none. */
export function originsOf({ kind, text }: Input): Origins {
  const reading = kind === 'json' ? readJson(text) : readYaml(text);
  if (reading.kind === 'refused') return new Map();
  const { origins } = trace(LANGUAGE, reading.document);
  return kind === 'json' ? origins : withNotations(origins, new Notations(text), reading.locate);
}

/** How a number is written in YAML decides a value too, though no reader of fields sees it. */
function withNotations(
  origins: Origins,
  notations: Notations,
  locate: Extract<Reading, { kind: 'read' }>['locate'],
): Origins {
  return new Map(
    [...origins].map(([path, origin]) => {
      const position = origin.from === '' ? undefined : locate(origin.from, 'value');
      const notation = position && notations.at(position);
      return notation === undefined
        ? [path, origin]
        : [path, { ...origin, requirements: [...origin.requirements, notation] }];
    }),
  );
}
