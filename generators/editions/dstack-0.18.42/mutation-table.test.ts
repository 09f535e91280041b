import { describe, expect, test } from 'vitest';
import { LEVELS } from '../../../spec/generated/editions/dstack-0.18.42/levels.ts';
import { REQUIREMENTS } from '../../../spec/generated/editions/dstack-0.18.42/requirements.ts';
import { GRAMMAR } from './grammar.ts';
import { caseAt } from '../../generate.ts';
import { planOf } from '../../plan.ts';
import { MUTATIONS, MUTATIONS_BY_REQUIREMENT } from './mutation-table.ts';

const violable = REQUIREMENTS.filter(({ rejects }) => (rejects ?? []).length > 0).map(({ id }) => id);

describe('the table of mutations', () => {
  test('breaks every requirement that an example breaks', () => {
    expect(violable.filter((id) => !MUTATIONS_BY_REQUIREMENT.has(id))).toEqual([]);
  });

  test('breaks no requirement without an example', () => {
    const unknown = [...MUTATIONS_BY_REQUIREMENT.keys()].filter((id) => !violable.includes(id));
    expect(unknown).toEqual([]);
  });

  test('is grouped by requirement without losing a mutation', () => {
    expect([...MUTATIONS_BY_REQUIREMENT.values()].flat()).toHaveLength(MUTATIONS.length);
  });

  test('breaks only documented requirements in documented cases', () => {
    const plan = planOf(GRAMMAR, { kind: 'invalid', scope: 'documented' });
    for (let index = 0; index < 500; index += 1) {
      const { expected } = caseAt(plan, 5, index);
      expect(expected.kind === 'rejected' ? LEVELS[expected.requirement] : expected).toBe('documented');
    }
  });
});

/** Near-misses that a careless program accepts or misreads. */
const NEAR_MISSES: Readonly<Record<string, readonly string[]>> = {
  ports: ['65537', '0', '"80:65537"', '"*:0"', '65616', '":80"', '"80:"', '"80 : 80"', '{"local_port":1}'],
  memory: ['"8G"', '"8GiB"', '"GB"', '"8,5GB"', '""'],
  range: ['"2...8"', '"2..8..9"', '"8..2"', '{}', '".."', '{"min":4,"max":2}'],
  duration: ['"5 M"', '"5M"', '"1.5h"', '"1h30m"', '"-5m"', '"Off"', '" 5m"', '"5min"'],
  run: [`"${'a'.repeat(42)}"`, '"a"', '"My-run"', '"a_b"', '0', '0.9', '"../x"', '"/abs"', '"a/../../b"'],
  gpu: ['"A100:H100"', '"A100::2"', '"A100,"', '"80:2"', '2.0', '{"vendor":"nvidia "}', '8'],
  env: ['["A=1","A=2"]', '["A","A"]', '{"A":null}', '"A=1"'],
  volumes: ['"a:/b:ro"', '"a:b"', '"a:/workflow"', '"a:/workflowx"', '"a:/b/../c"', '{"name":"a"}'],
  container: ['{"username":"a"}', '{"password":"b"}', '"root:"', '"3.14"', '3.14', '"1000:-5"'],
  retry: ['{"on_events":[]}', '{"duration":"1h"}', '{"on_events":["Error"]}', '2', '["error"]'],
  provisioning: ['"AWS"', '"Spot"', '0', '-1', '"$1"', '"1,5"'],
  list: ['"a"', '80', 'true'],
  boolean: ['2', '"maybe"', '"true "', '"01"'],
  integer: ['"2.0"', '"1e3"', '"0x10"', '"two"'],
  document: ['"Task"', '"tasks"', '"task "'],
};

describe('near-misses', () => {
  test.each(Object.entries(NEAR_MISSES))('of %s are generated', (topic, wanted) => {
    const plan = planOf(GRAMMAR, { kind: 'invalid', topic, inputs: 'json' });
    const missing = new Set(wanted);
    for (let index = 0; index < 20_000 && missing.size > 0; index += 1) {
      const json = caseAt(plan, 6, index).json ?? '';
      for (const each of missing) if (json.includes(each)) missing.delete(each);
    }
    expect([...missing]).toEqual([]);
  });
});
