import { trace } from '../../reference/interpret.ts';
import { LANGUAGE } from '../../reference/editions/dstack-0.18.42/language.ts';
import { readJson } from '../../reference/json/json.ts';
import type { Origin } from '../../reference/fields/origin.ts';
import type { Reading } from '../../reference/document/reading.ts';
import { readYaml } from '../../reference/yaml/yaml.ts';
import type { Input } from '../case/case.ts';
import { Notations } from './notation.ts';

/** The origin of each leaf of a normal form, by JSON Pointer. */
export type Origins = ReadonlyMap<string, Origin>;

/** Returns the origin of each leaf of a text's normal form, or nothing if the text has none. */
export function originsOf({ kind, text }: Input): Origins {
  const reading = kind === 'json' ? readJson(text) : readYaml(text);
  if (reading.kind === 'refused') return new Map();
  const { origins } = trace(LANGUAGE, reading.document);
  return kind === 'json' ? origins : withNotations(origins, new Notations(text), reading.locate);
}

/** Adds the notation of a YAML number to the requirements of its value, because no reader of fields sees it. */
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
