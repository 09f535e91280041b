import { describe, expect, test } from 'vitest';
import { LEVELS } from '../../../spec/generated/editions/dstack-0.21.2/levels.ts';
import { REQUIREMENTS } from '../../../spec/generated/editions/dstack-0.21.2/requirements.ts';
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
  ports: ['65536', '0', '"80:65536"', '"*:0"', '":80"', '"80:"', '"80 : 80"', '" 80"', '{"local_port":1}'],
  memory: ['"8G"', '"8GiB"', '"GB"', '"8,5GB"', '""'],
  range: ['"2...8"', '"2..8..9"', '"8..2"', '".."', '{"min":4,"max":2}', '"x86:8..2"'],
  resources: ['"+4"', '"x86:x86"', '"2:4"', '4.0', '{"arch":"arm64"}', '{"cores":4}', '"arm"'],
  duration: ['"5 M"', '"1.5h"', '"1h30m"', '"-5m"', '"Off"', '3601', '299', '"61m"'],
  run: [`"${'a'.repeat(42)}"`, '"My-run"', '"etc"', '"./a"', '101', '"Any"', '"all"'],
  gpu: ['"A100:H100"', '"A100::2"', '"A100,"', '2.0', '{"vendor":"nvidia "}', '"tenstorrent"', '"tt"'],
  groups: ['"groups":[]', '[{}]', '"name":"A"', 'groups[1].nodes[0]', '"image":"x"'],
  env: ['["A=1","A=2"]', '"1A=x"', '"A=1\\n"', '"A=1"', '${{ groups }}'],
  volumes: ['"a:/b:ro"', '"a:b"', '"a:/b/../c"', '{"name":"a"}'],
  repos: ['["a","b"]', '"proj:~b"', '{"local_path":"a","url":"b"}', '"aa:b:c"', '"if_exists":"keep"'],
  files: ['"a:b:c"', '{"local_path":"a"}', '"c:/a"', '"mode":1'],
  fleets: ['"a/b/c"', '{"project":"p"}', '"instances":[]', '"instance":-1', '{"name":"a","hostname":"b"}'],
  schedule: ['"0 8 * *"', '"@daily"', '"* * * * 7"', '"*/60 * * * *"', '{"cron":[]}', '"timezone"'],
  container: ['{"username":"a"}', '"root:"', '"3.8"', '3.15', '"zsh"', '"1000:-5"'],
  retry: ['{"on_events":[]}', '{"on_events":["Error"]}', '2', '["error"]'],
  provisioning: ['"AWS"', '"local"', '"Spot"', '"$1"', '"x,y"', '{"type":"aws"}', '"tags":["a"]'],
  list: ['"a"', '80', 'true'],
  boolean: ['2', '"maybe"', '"true "', '"01"'],
  integer: ['"2.5"', '"1e3"', '"0x10"', '1.5'],
  text: ['"image":true', '"regions":[', '{"a":"b"}'],
  document: ['"Task"', '"tasks"', '"pool_name"', '"termination_policy"'],
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
