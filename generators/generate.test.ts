import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GeneratedCase } from './case.ts';
import type { NormalForm } from '../spec/generated/editions/dstack-0.18.42/normal-form.ts';
import { GRAMMAR } from './editions/dstack-0.18.42/grammar.ts';
import { caseAt, cases, generateCases, simplerCases } from './generate.ts';
import { planOf } from './plan.ts';
import { isMapping } from '../reference/document/is-mapping.ts';

/** Returns all parts of a case in one text. */
function textOf({ json, yaml, expected, requirements, yamlRequirements, defaults }: GeneratedCase): string {
  return JSON.stringify({ json, yaml, expected, requirements, yamlRequirements, defaults });
}

function digestOf(made: Iterable<GeneratedCase>): string {
  const hash = createHash('sha256');
  for (const each of made) hash.update(`${textOf(each)}\n`);
  return hash.digest('hex').slice(0, 16);
}

describe('a batch', () => {
  test('never changes; new digests belong into the changelog, because seeds then mean other cases', () => {
    expect({
      mix: digestOf(generateCases(GRAMMAR, { seed: 1, count: 1_000 })),
      json: digestOf(generateCases(GRAMMAR, { seed: 1, count: 1_000, inputs: 'json' })),
      documented: digestOf(generateCases(GRAMMAR, { seed: 1, count: 1_000, scope: 'documented' })),
      ports: digestOf(generateCases(GRAMMAR, { seed: 1, count: 1_000, topic: 'ports' })),
    }).toMatchInlineSnapshot(`
      {
        "documented": "416a7a466e7c5b91",
        "json": "d99404cedfad863a",
        "mix": "1fd8fa371101bb7d",
        "ports": "509bd0f0d757e3a9",
      }
    `);
  });

  test('gives the case with a number without generating those before it', () => {
    const plan = planOf(GRAMMAR, { kind: 'mix' });
    const batch = [...generateCases(GRAMMAR, { seed: -7, count: 20 })].map(textOf);
    expect([...generateCases(GRAMMAR, { seed: -7, from: 15, count: 5 })].map(textOf)).toEqual(
      batch.slice(15),
    );
    expect(textOf(caseAt(plan, -7, 12))).toBe(batch[12]);
  });

  test('has cases that differ, and differs from the batch of another seed', () => {
    const texts = [1, 2].flatMap((seed) =>
      [...generateCases(GRAMMAR, { seed, count: 500 })].map(({ yaml }) => yaml),
    );
    // The smallest tasks occur more than once.
    expect(new Set(texts).size).toBeGreaterThan(900);
  });

  test('holds only one kind of cases if that is asked for', () => {
    for (const { expected } of generateCases(GRAMMAR, { seed: 3, count: 300, kind: 'valid' }))
      expect(expected.kind).toBe('accepted');
    for (const { expected } of generateCases(GRAMMAR, { seed: 3, count: 300, kind: 'invalid' }))
      expect(expected.kind).toBe('rejected');
  });

  test('has a JSON text for each case if JSON is asked for', () => {
    for (const { json, document } of generateCases(GRAMMAR, { seed: 4, count: 1_000, inputs: 'json' })) {
      expect(json).not.toContain('\n');
      expect(document).not.toBe(undefined);
    }
  });
});

/** Returns the smallest case for which the condition holds. */
function smallestWhere(holds: (made: GeneratedCase<NormalForm>) => boolean): string | undefined {
  const details = fc.check(
    fc.property(cases(GRAMMAR), (made) => !holds(made)),
    { seed: 9, numRuns: 5_000 },
  );
  return details.counterexample?.[0].yaml;
}

describe('shrinking', () => {
  test('keeps only the parts of a document that matter', () => {
    expect(
      smallestWhere(
        ({ expected }) => expected.kind === 'accepted' && expected.normal.ports.includes('65536:65536'),
      ),
    ).toMatchInlineSnapshot(`
      "type: task
      ports:
        - 65536
      commands:
        - python train.py
      "
    `);
    expect(
      smallestWhere(
        ({ expected }) => expected.kind === 'accepted' && expected.normal.resources.gpu?.vendor === 'google',
      ),
    ).toMatchInlineSnapshot(`
      "type: task
      resources:
        gpu: google:A100
      commands:
        - python train.py
      "
    `);
    expect(
      smallestWhere(({ expected }) => expected.kind === 'rejected' && expected.requirement === 'env/unique'),
    ).toMatchInlineSnapshot(`
      "type: task
      commands:
        - python train.py
      env:
        - A=1
        - A=2
      "
    `);
    expect(smallestWhere(({ yaml, expected }) => expected.kind === 'accepted' && yaml.includes('<<: ')))
      .toMatchInlineSnapshot(`
        "{<<: {commands: [python train.py]}, type: task}
        "
      `);
  });

  test('keeps only the fault of a near-miss', () => {
    expect(
      smallestWhere(
        ({ document }) =>
          isMapping(document) && typeof document['name'] === 'string' && document['name'].length === 42,
      ),
    ).toMatchInlineSnapshot(`
      "type: task
      name: "abcdefghijklmnopqrstuvwxyz-0123456789-abc\\n"
      commands:
        - python train.py
      "
    `);
    expect(smallestWhere(({ json }) => /"spot_policy":"\w+\\n/.test(json ?? ''))).toMatchInlineSnapshot(`
      "type: task
      commands:
        - python train.py
      spot_policy: "x\\non-demand"
      "
    `);
    expect(smallestWhere(({ json }) => /\d\/tcp"/.test(json ?? ''))).toMatchInlineSnapshot(`
      "type: task
      commands:
        - python train.py
      ports:
        - 80/tcp
      "
    `);
    expect(smallestWhere(({ json }) => /"\w+_duration":"\d+(?:min|ms)"/.test(json ?? '')))
      .toMatchInlineSnapshot(`
        "type: task
        commands:
          - python train.py
        max_duration: 1min
        "
      `);
    expect(smallestWhere(({ json }) => /"resources":\[/.test(json ?? ''))).toMatchInlineSnapshot(`
      "type: task
      commands:
        - python train.py
      resources:
        - {}
      "
    `);
    expect(smallestWhere(({ json }) => /"x-\w+":/.test(json ?? ''))).toMatchInlineSnapshot(`
      "type: task
      commands:
        - python train.py
      resources:
        x-cpu: 1
      "
    `);
  });

  test('proceeds by lighter and lighter cases', () => {
    const [first] = generateCases(GRAMMAR, { seed: 5, count: 1, topic: 'gpu' });
    if (first === undefined) throw new Error('an empty batch');
    let at = first;
    let steps = 0;
    for (let next = simplerCases(at).next(); next.done !== true; next = simplerCases(at).next()) {
      at = next.value;
      steps += 1;
    }
    expect(steps).toBeGreaterThan(0);
    expect(steps).toBeLessThan(200);
    expect(at.yaml.length).toBeLessThanOrEqual(first.yaml.length);
  });

  test('works without fast-check, from the case alone', () => {
    const [first] = generateCases(GRAMMAR, { seed: 6, from: 3, count: 1 });
    if (first === undefined) throw new Error('an empty batch');
    for (const simpler of simplerCases(first)) {
      const [again] = simplerCases(first);
      expect(again && textOf(again)).toBe(textOf(simpler));
      break;
    }
  });
});
