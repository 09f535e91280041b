import { interpret } from '../reference/interpret.ts';
import { LANGUAGE } from '../reference/editions/dstack-0.18.42/language.ts';
import { readJson } from '../reference/json/json.ts';
import type { Reading } from '../reference/document/reading.ts';
import { readYaml } from '../reference/yaml/yaml.ts';
import { LEVELS } from '../spec/generated/editions/dstack-0.18.42/levels.ts';
import { schemaErrors } from '../spec/schema-check.ts';
import type { Spelling } from './concept.ts';
import { CONCEPTS } from './concepts.ts';
import { CONCEPT_ROWS, type ConceptRow } from './testing/concept-rows.ts';
import { outlineOf } from './testing/outline.ts';
import { obeysTheLaws, type Subject } from './testing/laws.ts';
import { isMapping } from '../reference/document/is-mapping.ts';
import { SPEC } from '../spec/generated/editions/dstack-0.18.42/edition.ts';
import { EDITION } from '../spec/testing/edition.ts';

type Place = ConceptRow['place'];

for (const [name, row] of Object.entries(CONCEPT_ROWS)) {
  const { meanings, spellings, documentedSpellings } = CONCEPTS[name as keyof typeof CONCEPTS];
  obeysTheLaws(`meanings of ${name}`, {
    arbitrary: meanings,
    faults: (normal) =>
      schemaErrors(`${EDITION}/normal-form`, placed(SPEC.minimal.normal, row.place, normal)),
    shows: (normal) => [JSON.stringify(normal)],
    ways: row.meanings.map((normal) => JSON.stringify(normal)),
    draws: 100_000,
  });
  obeysTheLaws(`spellings of ${name}`, {
    arbitrary: spellings,
    ...spelled(row.place),
    ways: row.spellings,
    draws: 100_000,
  });
  obeysTheLaws(`spellings of ${name} that the page shows`, {
    arbitrary: documentedSpellings,
    ...spelled(row.place),
    faults: (spelling) => [
      ...misread(spelling, row.place),
      ...spelling.requirements.filter((id) => LEVELS[id] === 'observed'),
    ],
    ways: [],
  });
}

function spelled(place: Place): Pick<Subject<Spelling>, 'faults' | 'shows'> {
  return {
    faults: (spelling) => misread(spelling, place),
    shows: ({ json = '', requirements, yamlRequirements }) => [
      json,
      outlineOf(json),
      ...requirements,
      ...yamlRequirements,
    ],
  };
}

/** Returns the texts of a spelling from which a reader outside this layer makes a different value. */
function misread({ json, yaml, normal }: Spelling, place: Place): string[] {
  const readings = [readYaml(yaml), ...(json === undefined ? [] : [readJson(json)])];
  const expected = JSON.stringify(normal);
  return readings
    .map((reading) => meaning(reading, place))
    .flatMap((got) => (got === expected ? [] : [`${yaml} is ${got}, not ${expected}`]));
}

function meaning(reading: Reading, place: Place): string {
  if (reading.kind !== 'read') return JSON.stringify(reading.violations);
  const verdict = interpret(LANGUAGE, placed({ type: 'task', commands: ['a'] }, place, reading.document));
  return JSON.stringify(verdict.kind === 'accepted' ? at(verdict.normal, place) : verdict.violations);
}

/** Returns a copy of `whole` with `value` at this place, and with the neighbours that a volume's path needs. */
function placed(whole: unknown, [key, ...rest]: Place, value: unknown): unknown {
  if (key === undefined) return value;
  if (key === 0) return [placed(undefined, rest, value)];
  if (key === 'path') return { name: ['a'], path: value };
  const mapping = isMapping(whole) ? whole : {};
  return { ...mapping, [key]: placed(mapping[key], rest, value) };
}

function at(value: unknown, [key, ...rest]: Place): unknown {
  if (key === undefined) return value;
  if (key === 0) return Array.isArray(value) ? at(value[0], rest) : undefined;
  return isMapping(value) ? at(value[key], rest) : undefined;
}
