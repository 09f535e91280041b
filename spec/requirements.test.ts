import { describe, expect, test } from 'vitest';
import { examples, requirements } from './catalogue.ts';
import { schemaErrors } from './schema-check.ts';
import { readMeasurements, readPageText, readRequirementFiles } from './sources.ts';

const files = readRequirementFiles();
const entries = files.flatMap((file) => file.requirements);
const measured = new Set(readMeasurements().map((each) => each.id));
const page = readPageText();

/** The first halves of the ids of a topic: the topic's own name, and the fields that it groups. */
const PREFIXES: Readonly<Record<string, readonly string[]>> = {
  document: ['document', 'null', 'type'],
  run: ['nodes', 'name', 'working_dir', 'commands', 'single_branch'],
  container: ['image', 'user', 'privileged', 'entrypoint', 'registry_auth', 'python', 'nvcc'],
  resources: ['resources', 'cpu', 'memory', 'shm_size', 'disk'],
  provisioning: [
    'backends',
    'regions',
    'availability_zones',
    'instance_types',
    'reservation',
    'spot_policy',
    'max_price',
    'creation_policy',
  ],
  duration: [
    'duration',
    'max_duration',
    'stop_duration',
    'idle_duration',
    'termination_idle_time',
    'termination_policy',
  ],
};

describe('the requirement files', () => {
  test('all ids are different', () => {
    const ids = entries.map((each) => each.id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  test.each(files.map((file) => [file.topic, file] as const))(
    '%s: the topic is the file, and every id begins with it or with one of its fields',
    (topic, file) => {
      const prefixes = PREFIXES[topic] ?? [topic];
      const strays = file.requirements.filter(({ id }) => !prefixes.includes(id.split('/')[0] ?? ''));
      expect(strays.map((each) => each.id)).toEqual([]);
    },
  );

  test('every quote is in the page', () => {
    const quotes = entries.flatMap(({ id, source }) =>
      (source.page ?? []).map((quote) => ({ id, quote, found: page.includes(quote) })),
    );
    expect(quotes.filter((each) => !each.found)).toEqual([]);
  });

  test('every measurement that is cited exists', () => {
    const cited = entries.flatMap(({ source }) => source.measurements ?? []);
    expect(cited.filter((each) => !measured.has(each))).toEqual([]);
  });

  test('a documented requirement quotes the page, an observed one does not', () => {
    const wrong = entries.filter(
      ({ level, source }) => (level === 'documented') !== (source.page !== undefined),
    );
    expect(wrong.map((each) => each.id)).toEqual([]);
  });
});

describe('the examples', () => {
  test('every requirement has an accepted one', () => {
    expect(requirements().filter((each) => each.accepts.length === 0)).toEqual([]);
  });

  test('all examples of a requirement are different', () => {
    const texts = examples().map((each) => `${each.requirement}\n${each.yaml}`);
    expect(texts).toEqual([...new Set(texts)]);
  });

  test('a document is not both accepted and rejected', () => {
    const verdicts = new Map<string, string>();
    const torn = examples().filter(({ yaml, kind }) => {
      const other = verdicts.get(yaml) ?? kind;
      verdicts.set(yaml, kind);
      return other !== kind;
    });
    expect(torn.map((each) => each.id)).toEqual([]);
  });

  test('every normal form is valid by its schema', () => {
    const wrong = examples().flatMap((each) =>
      each.kind === 'accepted'
        ? schemaErrors('normal-form', each.normal).map((error) => `${each.id} ${error}`)
        : [],
    );
    expect(wrong).toEqual([]);
  });

  test('only requirements of YAML itself and of sets have no example in JSON', () => {
    const inJson = new Set(examples().flatMap((each) => (each.yamlOnly ? [] : [each.requirement])));
    const without = requirements().filter(({ id }) => !inJson.has(id) && !id.startsWith('yaml/'));
    expect(without.map((each) => each.id)).toEqual(['list/set']);
  });
});
