import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { examplesOf, findRequirement } from './catalogue.ts';
import { schemaErrors } from './schema-check.ts';
import type { Requirement } from './edition.ts';
import { EDITION } from './testing/edition.ts';
import { SPEC } from './generated/editions/dstack-0.18.42/edition.ts';

const sample: Requirement = {
  id: 'ports/range',
  topic: 'ports',
  level: 'observed',
  sentence: 'A sample.',
  source: { measurements: ['ports-0667'] },
  accepts: [
    { yaml: 'ports: [80]', normal: { ports: ['80:80'] } },
    { yaml: 'commands: [a]\n', normal: { commands: ['a'], resources: { disk: { size: '1GB' } } } },
    { document: 'type: task\nimage: a', only: 'yaml', normal: {} },
  ],
  rejects: [{ yaml: 'type: Task', path: '/type' }],
};

describe('examplesOf', () => {
  const [first, second, third, fourth] = examplesOf(SPEC, sample);

  test('numbers accepted and rejected ones apart', () => {
    expect([first?.id, third?.id, fourth?.id]).toEqual([
      'ports/range/accept-1',
      'ports/range/accept-3',
      'ports/range/reject-1',
    ]);
  });

  test('puts the lines of the minimal task before a snippet that lacks them', () => {
    expect(first?.yaml).toBe(`${SPEC.minimal.document}ports: [80]\n`);
    expect(second?.yaml).toBe('type: task\ncommands: [a]\n');
    expect(fourth).toMatchObject({ yaml: 'commands: [python train.py]\ntype: Task\n', path: '/type' });
  });

  test('leaves a whole document as it stands', () => {
    expect(third).toMatchObject({ yaml: 'type: task\nimage: a', yamlOnly: true });
  });

  test('merges mappings, and replaces lists and scalars', () => {
    expect(first).toMatchObject({ normal: { ...SPEC.minimal.normal, ports: ['80:80'] }, yamlOnly: false });
    expect(second).toMatchObject({
      normal: { commands: ['a'], resources: { ...SPEC.minimal.normal.resources, disk: { size: '1GB' } } },
    });
  });
});

test('the minimal normal form is valid by its schema', () => {
  expect(schemaErrors(`${EDITION}/normal-form`, SPEC.minimal.normal)).toEqual([]);
});

test('a requirement is found by its id, and by any text', () => {
  expect(findRequirement(SPEC, 'ports/range')?.topic).toBe('ports');
  expect(findRequirement(SPEC, 'ports/nothing')).toBeUndefined();
});

test('the topics begin with the document and its values', () => {
  expect(SPEC.topics[0]?.topic).toBe('document');
});

test('it runs in a browser', async () => {
  const entryPoints = ['catalogue.ts', 'exceptions.ts'].map(
    (name) => new URL(name, import.meta.url).pathname,
  );
  const bundle = build({
    entryPoints,
    bundle: true,
    platform: 'browser',
    write: false,
    outdir: '.',
    logLevel: 'silent',
  });
  await expect(bundle).resolves.toMatchObject({ errors: [] });
});
