import { interpret } from '../../../reference/interpret.ts';
import { LANGUAGE } from '../../../reference/editions/dstack-0.18.42/language.ts';
import { readJson } from '../../../reference/json/json.ts';
import { readYaml } from '../../../reference/yaml/yaml.ts';
import type { RequirementId } from '../../../spec/generated/requirement-ids.ts';
import type { Expected, Input, TestCase } from '../../case/case.ts';
import { EDITION } from '../../testing/edition.ts';

/** A case in one line: its name, its requirement, and its JSON text. */
type Example = readonly [name: string, requirement: RequirementId, json: string];

/** The twenty JSON documents. Most faulty programs are wrong about the eighth, which is in flight with others. */
const EXAMPLES: readonly Example[] = [
  ['one', 'commands/list', '{"type":"task","commands":["echo 1"]}'],
  ['image', 'image/given', '{"type":"task","image":"ubuntu"}'],
  ['no-commands', 'document/commands-or-image', '{"type":"task"}'],
  ['unicode', 'commands/list', '{"type":"task","commands":["echo é \\ud83d\\ude00 日本語"]}'],
  ['env', 'env/mapping', '{"type":"task","commands":["env"],"env":{"B":1.0,"A":true}}'],
  ['negative-nodes', 'nodes/positive', '{"type":"task","commands":["echo"],"nodes":-1}'],
  ['ports', 'ports/mapping', '{"type":"task","commands":["echo"],"ports":[8000,"80:8080","*:443"]}'],
  ['chosen', 'image/given', '{"type":"task","image":"chosen"}'],
  // This document is longer than a pipe holds, so that a program that doesn't read is noticed.
  ['long', 'commands/list', `{"type":"task","commands":["${'echo long; '.repeat(20_000)}"]}`],
  ['unknown-field', 'document/known-fields', '{"type":"task","commands":["echo"],"foo":1,"bar":2}'],
  ['memory', 'memory/megabytes', '{"type":"task","commands":["echo"],"resources":{"memory":"512MB..1TB"}}'],
  ['gpu', 'gpu/text-count', '{"type":"task","commands":["echo"],"resources":{"gpu":"A100,H100:80GB:2"}}'],
  ['other-type', 'type/task', '{"type":"service","commands":["echo"]}'],
  ['retry', 'retry/true', '{"type":"task","commands":["echo"],"retry":true,"stop_duration":"90m"}'],
  ['volume', 'volumes/short-network', '{"type":"task","commands":["echo"],"volumes":["data:/data"]}'],
  ['port-range', 'ports/range', '{"type":"task","commands":["echo"],"ports":[65537]}'],
  [
    'tpu',
    'gpu/vendor-tpu',
    '{"type":"task","commands":["echo"],"resources":{"gpu":{"vendor":"tpu","name":"tpu-v3"}}}',
  ],
  ['off', 'duration/off-text', '{"type":"task","commands":["echo"],"idle_duration":"off"}'],
  ['several-violations', 'max_price/positive', '{"type":"task","commands":"echo","max_price":0,"nodes":0}'],
  ['name', 'name/given', '{"type":"task","commands":["echo"],"name":"last"}'],
];

const YAML_EXAMPLES: readonly Example[] = [
  ['yaml-one', 'yaml/flow-and-block', 'type: task\ncommands:\n  - echo 1\n'],
  ['yaml-off', 'duration/off', 'type: task\ncommands: [echo]\nidle_duration: off\n'],
  ['yaml-broken', 'yaml/well-formed', 'type: task\ncommands: [echo\n'],
];

/** Twenty JSON documents, six of them invalid. */
export const CASES: readonly TestCase[] = EXAMPLES.map(([name, requirement, text]) =>
  testCase(name, requirement, { kind: 'json', text }),
);

/** Three YAML documents, one of them invalid. */
export const YAML_CASES: readonly TestCase[] = YAML_EXAMPLES.map(([name, requirement, text]) =>
  testCase(name, requirement, { kind: 'yaml', text }),
);

/**
 * Four cases for plain mode, which starts a process for each: the first of the twenty, the chosen one, and two invalid
 * ones.
 */
export const PLAIN_CASES: readonly TestCase[] = CASES.filter(({ id }) =>
  ['faulty/one', 'faulty/no-commands', 'faulty/chosen', 'faulty/other-type'].includes(id),
);

function testCase(name: string, requirement: RequirementId, input: Input): TestCase {
  return {
    id: `faulty/${name}`,
    edition: EDITION,
    input,
    expected: expectedOf(input),
    requirements: [requirement],
  };
}

function expectedOf({ kind, text }: Input): Expected {
  const reading = kind === 'json' ? readJson(text) : readYaml(text);
  if (reading.kind === 'refused') return { kind: 'rejected', violations: reading.violations };
  const verdict = interpret(LANGUAGE, reading.document);
  return verdict.kind === 'accepted'
    ? { kind: 'accepted', normal: LANGUAGE.stringify(verdict.normal) }
    : { kind: 'rejected', violations: verdict.violations };
}
