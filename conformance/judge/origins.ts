import { trace } from '../../reference/interpret.ts';
import { readJson } from '../../reference/json/json.ts';
import type { Origin } from '../../reference/fields/origin.ts';
import type { Reading } from '../../reference/document/reading.ts';
import { readYaml } from '../../reference/yaml/yaml.ts';
import type { TestCase } from '../case/case.ts';
import { Notations } from './notation.ts';

/** The origin of each leaf of a normal form, by JSON Pointer. */
export type Origins = ReadonlyMap<string, Origin>;

/** Returns the origin of each leaf of the normal form of a case's text, or nothing if the text has none. */
export function originsOf({ edition, input: { kind, text } }: Pick<TestCase, 'edition' | 'input'>): Origins {
  const reading = kind === 'json' ? readJson(text) : readYaml(text);
  if (reading.kind === 'refused') return new Map();
  const { origins } = trace(edition.language, reading.document);
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
