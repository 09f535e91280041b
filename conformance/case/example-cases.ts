import { readYaml } from '../../reference/yaml/yaml.ts';
import { examples, type Example } from '../../spec/catalogue.ts';
import type { Edition } from '../edition.ts';
import { isAsked } from './asked.ts';
import type { Expected, Input, TestCase } from './case.ts';
import { documentJson } from '../../reference/document/document-json.ts';

const known = new WeakMap<Edition, readonly TestCase[]>();

/**
 * Returns every example of every requirement of an edition that is asked: as YAML, and also as JSON if JSON can say it.
 * The cases of an edition are made once.
 */
export function exampleCases(edition: Edition): readonly TestCase[] {
  const cases = known.get(edition) ?? casesOf(edition);
  known.set(edition, cases);
  return cases;
}

function casesOf(edition: Edition): TestCase[] {
  return examples(edition.spec).flatMap((example) =>
    inputsOf(example)
      .map((input) => caseOf(edition, example, input))
      .filter(isAsked),
  );
}

function caseOf(edition: Edition, example: Example, input: Input): TestCase {
  return {
    id: `${example.id}/${input.kind}`,
    edition,
    input,
    expected: expectedOf(edition, example),
    requirements: [example.requirement],
  };
}

function expectedOf({ language }: Edition, example: Example): Expected {
  switch (example.kind) {
    case 'accepted':
      return { kind: 'accepted', normal: language.stringify(example.normal) };
    case 'rejected':
      return { kind: 'rejected', violations: [{ requirement: example.requirement, path: example.path }] };
  }
}

function inputsOf({ id, yaml, yamlOnly }: Example): Input[] {
  const asYaml: Input = { kind: 'yaml', text: yaml };
  if (yamlOnly) return [asYaml];
  const reading = readYaml(yaml);
  const json = reading.kind === 'read' ? documentJson(reading.document) : undefined;
  if (json === undefined) throw new Error(`the example ${id} can't be JSON: mark it as \`only: yaml\``);
  return [{ kind: 'json', text: json }, asYaml];
}
