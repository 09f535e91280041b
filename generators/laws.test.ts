import type fc from 'fast-check';
import { interpret, type Verdict } from '../reference/interpret.ts';
import { LANGUAGE } from '../reference/editions/dstack-0.18.42/language.ts';
import { readJson } from '../reference/json/json.ts';
import type { Reading } from '../reference/document/reading.ts';
import { readYaml } from '../reference/yaml/yaml.ts';
import type { RequirementId } from '../spec/generated/requirement-ids.ts';
import type { NormalForm } from '../spec/generated/editions/dstack-0.18.42/normal-form.ts';
import { REQUIREMENTS } from '../spec/generated/editions/dstack-0.18.42/requirements.ts';
import { schemaErrors } from '../spec/schema-check.ts';
import type { GeneratedCase } from './case.ts';
import { GRAMMAR } from './editions/dstack-0.18.42/grammar.ts';
import { cases, normalForms } from './generate.ts';
import type { CaseOptions } from './plan.ts';
import { obeysTheLaws } from './testing/laws.ts';
import { EDITION } from '../spec/testing/edition.ts';

function obeyAsCases(
  name: string,
  options: CaseOptions,
  ways: readonly RequirementId[],
  draws?: number,
): void {
  obeysTheLaws<GeneratedCase<NormalForm>>(name, {
    arbitrary: cases(GRAMMAR, options),
    facts: ({ json, yaml, expected, requirements }) => ({ json, yaml, expected, requirements }),
    faults: faultsOf,
    size: ({ yaml }) => yaml.length,
    shows: ({ requirements, yamlRequirements, defaults }) => [
      ...requirements,
      ...yamlRequirements,
      ...defaults,
    ],
    ways,
    ...(draws === undefined ? {} : { draws }),
  });
}

function faultsOf({ json, yaml, expected }: GeneratedCase<NormalForm>): string[] {
  const readings = [readYaml(yaml), ...(json === undefined ? [] : [readJson(json)])];
  return readings.map(verdictOf).flatMap((verdict) => {
    const broken = verdict.kind === 'accepted' ? [] : verdict.violations;
    if (expected.kind === 'accepted') {
      const isRight =
        verdict.kind === 'accepted' &&
        LANGUAGE.stringify(verdict.normal) === LANGUAGE.stringify(expected.normal);
      return isRight ? [] : [`${yaml}: ${JSON.stringify(broken)}`];
    }
    const { requirement, path } = expected;
    const isRight = broken.some((each) => each.requirement === requirement && each.path === path);
    return isRight ? [] : [`${yaml}: not ${requirement} at ${path}`];
  });
}

function verdictOf(reading: Reading): Verdict<NormalForm> {
  return reading.kind === 'read'
    ? interpret(LANGUAGE, reading.document)
    : { kind: 'rejected', violations: reading.violations };
}

const arbitraryNormalForms: fc.Arbitrary<NormalForm> = normalForms(GRAMMAR);

obeysTheLaws('normal forms', {
  arbitrary: arbitraryNormalForms,
  faults: (normal) => [
    ...schemaErrors(`${EDITION}/normal-form`, normal),
    ...(LANGUAGE.stringify(normal) === JSON.stringify(normal) ? [] : ['not canonical']),
  ],
  size: (normal) => JSON.stringify(normal).length,
  shows: (normal) => Object.entries(normal).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
  ways: [
    'name: null',
    'nodes: 1',
    'nodes: 100000',
    'env: []',
    'env: ["A="]',
    'volumes: []',
    'retry: false',
    'idle_duration: "off"',
    'max_duration: "59s"',
    'max_duration: "-1"',
    'max_duration: "1w"',
    'max_price: 1e-7',
    'commands: []',
    'regions: []',
    'backends: null',
  ],
  draws: 12_000,
});

obeyAsCases(
  'cases',
  {},
  REQUIREMENTS.map(({ id }) => id),
  8_000,
);
obeyAsCases(
  'cases that JSON can say',
  { inputs: 'json' },
  REQUIREMENTS.filter(({ topic, id }) => topic !== 'yaml' && id !== 'list/set').map(({ id }) => id),
  8_000,
);
obeyAsCases(
  'cases that rest on the page alone',
  { scope: 'documented' },
  REQUIREMENTS.filter(({ level }) => level === 'documented').map(({ id }) => id),
  4_000,
);
obeyAsCases('valid cases about ports', { topic: 'ports', kind: 'valid' }, [
  'ports/number',
  'ports/object',
  'ports/text-number',
]);
obeyAsCases('invalid cases about retry', { topic: 'retry', kind: 'invalid' }, [
  'retry/events',
  'retry/kind',
  'retry/on_events-empty',
]);
