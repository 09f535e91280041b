import { interpret, type Verdict } from '../../reference/interpret.ts';
import type { AnyLanguage } from '../../reference/language.ts';
import { readJson } from '../../reference/json/json.ts';
import type { Reading } from '../../reference/document/reading.ts';
import { readYaml } from '../../reference/yaml/yaml.ts';
import type { Requirement } from '../../spec/edition.ts';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { schemaErrors } from '../../spec/schema-check.ts';
import type { GeneratedCase } from '../case.ts';
import { cases, normalForms } from '../generate.ts';
import type { AnyGrammar } from '../grammar.ts';
import type { CaseOptions } from '../plan.ts';
import { obeysTheLaws } from './laws.ts';

/** An edition whose cases are held against the laws. */
export interface Subject {
  /** The folder of its data. */
  readonly folder: string;
  readonly grammar: AnyGrammar;
  readonly language: AnyLanguage;
  readonly requirements: readonly Requirement[];
}

/** Tests that the normal forms of an edition obey the laws of arbitraries. `ways` are members of them as text. */
export function obeyAsNormalForms({ folder, grammar, language }: Subject, ways: readonly string[]): void {
  obeysTheLaws('normal forms', {
    arbitrary: normalForms(grammar),
    faults: (normal) => [
      ...schemaErrors(`${folder}/normal-form`, normal),
      ...(language.stringify(normal) === JSON.stringify(normal) ? [] : ['not canonical']),
    ],
    size: (normal) => JSON.stringify(normal).length,
    shows: (normal) => Object.entries(normal).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
    ways,
    draws: 12_000,
  });
}

/** Tests that the cases of an edition obey the laws of arbitraries, and use every requirement. */
export function obeyTheLaws(subject: Subject): void {
  const { requirements } = subject;
  obeyAsCases(
    subject,
    'cases',
    {},
    requirements.map(({ id }) => id),
    8_000,
  );
  obeyAsCases(
    subject,
    'cases that JSON can say',
    { inputs: 'json' },
    requirements.filter(({ topic, id }) => topic !== 'yaml' && id !== 'list/set').map(({ id }) => id),
    8_000,
  );
  obeyAsCases(
    subject,
    'cases that rest on the page alone',
    { scope: 'documented' },
    requirements.filter(({ level }) => level === 'documented').map(({ id }) => id),
    4_000,
  );
}

/** Tests that cases with these options obey the laws, and that these requirements are used. */
export function obeyAsCases(
  { grammar, language }: Subject,
  name: string,
  options: CaseOptions,
  ways: readonly RequirementId[],
  draws?: number,
): void {
  obeysTheLaws<GeneratedCase>(name, {
    arbitrary: cases(grammar, options),
    facts: ({ json, yaml, expected, requirements }) => ({ json, yaml, expected, requirements }),
    faults: (made) => faultsOf(language, made),
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

function faultsOf(language: AnyLanguage, { json, yaml, expected }: GeneratedCase): string[] {
  const readings = [readYaml(yaml), ...(json === undefined ? [] : [readJson(json)])];
  return readings
    .map((reading) => verdictOf(language, reading))
    .flatMap((verdict) => {
      const broken = verdict.kind === 'accepted' ? [] : verdict.violations;
      if (expected.kind === 'accepted') {
        const isRight =
          verdict.kind === 'accepted' &&
          language.stringify(verdict.normal) === language.stringify(expected.normal);
        return isRight ? [] : [`${yaml}: ${JSON.stringify(broken)}`];
      }
      const { requirement, path } = expected;
      const isRight = broken.some((each) => each.requirement === requirement && each.path === path);
      return isRight ? [] : [`${yaml}: not ${requirement} at ${path}`];
    });
}

function verdictOf(language: AnyLanguage, reading: Reading): Verdict {
  return reading.kind === 'read'
    ? interpret(language, reading.document)
    : { kind: 'rejected', violations: reading.violations };
}
