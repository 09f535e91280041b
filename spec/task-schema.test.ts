import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { examples } from './catalogue.ts';
import { exceptionFor } from './exceptions.ts';
import { readSchema, schemaErrors } from './schema-check.ts';
import { readMeasurements } from './sources.ts';
import { SPEC } from './generated/editions/dstack-0.18.42/edition.ts';
import { EDITION } from './testing/edition.ts';
import { EDITIONS } from './testing/editions.ts';

/** The places in the schema of the input document that describe the fields of each section of the page. */
const SECTIONS: Readonly<Record<string, readonly string[]>> = {
  task: [],
  retry: ['$defs', 'Retry'],
  resources: ['$defs', 'Resources'],
  gpu: ['$defs', 'Gpu'],
  disk: ['$defs', 'Disk'],
  'registry-auth': ['$defs', 'RegistryAuth'],
  'network-volume': ['$defs', 'NetworkVolume'],
  'instance-volume': ['$defs', 'InstanceVolume'],
};

const schema = readSchema(`${EDITION}/task`);

describe('the schema of the input document', () => {
  test.each(Object.keys(SECTIONS))('%s: it describes every field in the words of the page', (id) => {
    const section = SPEC.page.find((each) => each.id === id);
    const described = (section?.lines ?? []).flatMap(({ field, sentences }) => {
      const text = sentences.map((each) => each.text).join(' ');
      return field === undefined ? [] : [[field, text.replace(/^\w+ - (\(Optional\) )?/, '')]];
    });
    expect(described.length).toBeGreaterThan(0);
    const properties = propertiesAt(SECTIONS[id] ?? []);
    expect(described).toEqual(described.map(([field = '']) => [field, properties[field]?.description]));
  });

  test.each(Object.keys(SECTIONS))(
    '%s: exactly the fields that the page calls optional are optional',
    (id) => {
      const section = SPEC.page.find((each) => each.id === id);
      const needed = (section?.lines ?? []).flatMap(({ field, sentences: [first] }) =>
        field === undefined || first?.text.includes('(Optional)') === true ? [] : [field],
      );
      const required = (at(SECTIONS[id] ?? []).required ?? []).filter((each) => each !== 'type');
      expect([...required].sort()).toEqual(needed.sort());
    },
  );

  test.each([
    ['an unknown key', { gpus: 1 }],
    ['an unknown key below', { resources: { ram: '8GB' } }],
    ['a list where text belongs', { image: ['a'] }],
    ['text where a list belongs', { ports: '80' }],
    ['an unknown word', { spot_policy: 'Spot' }],
    ['an unknown backend', { backends: ['hotaisle'] }],
    ['a size without its B', { resources: { memory: '8G' } }],
    ['a duration with a fraction', { max_duration: '1.5h' }],
    ['a port that is none', { ports: ['80/tcp'] }],
    ['python with image', { image: 'a', python: '3.11' }],
    ['no command and no image', { commands: [] }],
  ])('it catches %s', (_, fields) => {
    expect(schemaErrors(`${EDITION}/task`, { type: 'task', commands: ['a'], ...fields })).not.toEqual([]);
  });
});

describe.each(EDITIONS)('the schema of the input document of $folder', ({ folder, spec }) => {
  test('every document that was measured as accepted is valid', () => {
    const wrong = readMeasurements(folder)
      .filter((each) => each.verdict === 'accepted' && each.data !== undefined)
      .filter((each) => exceptionFor(spec, each.id) === undefined)
      .flatMap((each) => schemaErrors(`${folder}/task`, each.data).map((error) => `${each.id} ${error}`));
    expect(wrong).toEqual([]);
  });

  test('every accepted example is valid', () => {
    const wrong = examples(spec).flatMap((each) =>
      each.kind === 'accepted' && !each.yamlOnly
        ? schemaErrors(`${folder}/task`, parse(each.yaml, { version: '1.1' })).map(
            (error) => `${each.id} ${error}`,
          )
        : [],
    );
    expect(wrong).toEqual([]);
  });

  test('every field has a title and a description, and no example that an editor can not show', () => {
    const wrong = fieldsIn(readSchema(`${folder}/task`)).filter(
      ([, { title, description, examples = [], default: byDefault }]) =>
        title === undefined || description === undefined || [byDefault, ...examples].some(isHidden),
    );
    expect(wrong.map(([name]) => name)).toEqual([]);
  });

  test('it catches four in five of the rejected examples', () => {
    const rejected = examples(spec).filter((each) => each.kind === 'rejected' && !each.yamlOnly);
    const caught = rejected.filter(
      (each) => schemaErrors(`${folder}/task`, parse(each.yaml, { version: '1.1' })).length > 0,
    );
    expect(caught.length / rejected.length).toBeGreaterThan(0.8);
  });
});

interface SchemaNode {
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  /** True where a rule speaks of a field that is described elsewhere. */
  readonly doNotSuggest?: boolean;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
}

/** Returns the fields that a schema describes, in all its parts, with their names. */
function fieldsIn(part: unknown): (readonly [string, SchemaNode])[] {
  if (typeof part !== 'object' || part === null) return [];
  const { properties = {} } = part as SchemaNode;
  const own = Object.entries(properties).filter(([, field]) => field.doNotSuggest !== true);
  const isRule = !('additionalProperties' in part);
  return [...(isRule ? [] : own), ...Object.values(part).flatMap(fieldsIn)];
}

/** Returns whether an editor shows a value as `[object Object]`, or offers nothing that way. */
function isHidden(value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 || value.some(isHidden) : typeof value === 'object';
}

function propertiesAt(path: readonly string[]): Readonly<Record<string, SchemaNode>> {
  return at(path).properties ?? {};
}

function at(path: readonly string[]): SchemaNode {
  let node: unknown = schema;
  for (const key of path) node = (node as Readonly<Record<string, unknown>>)[key];
  return node as SchemaNode;
}
