import { describe, expect, it } from 'vitest';
import { EDITION } from '../testing/edition.ts';
import type { TestCase } from '../case/case.ts';
import { levelOfCase } from '../case/topic.ts';
import { questionsOf, type QuestionOptions } from './questions.ts';

const OPTIONS: QuestionOptions = { edition: EDITION, seed: 7 };
const SHARDS = [1, 2, 3, 4].map((index) => ({ index, of: 4 }));

function keysOf(tests: Iterable<TestCase>): string[] {
  return [...tests].map(({ id, requirements }) => `${id} ${requirements.join(' ')}`);
}

function* first<Value>(count: number, values: Iterable<Value>): Generator<Value> {
  let left = count;
  for (const value of values) {
    if (left === 0) return;
    left -= 1;
    yield value;
  }
}

describe('the shards of a fuzz run', () => {
  it.each([
    ['of any level', {}],
    ['of observed behaviour', { level: 'observed' } as const],
    ['about one topic', { topic: 'ports' }],
  ])('are together its questions %s, and none twice', (_name, chosen) => {
    const options = { ...OPTIONS, ...chosen, most: 301 };
    const all = keysOf(questionsOf(options, ['json', 'yaml']));
    expect(all).toHaveLength(301);
    const parts = SHARDS.map((shard) => keysOf(questionsOf({ ...options, shard }, ['json', 'yaml'])));
    expect(parts.flat().sort()).toEqual([...all].sort());
    for (const part of parts) expect(part.length).toBeGreaterThan(30);
  });

  it('without end ask the same in the same order, and make nothing that others ask', () => {
    for (const shard of SHARDS) {
      const counted = keysOf(questionsOf({ ...OPTIONS, shard, most: 400 }, ['json', 'yaml']));
      const endless = questionsOf({ ...OPTIONS, shard }, ['json', 'yaml']);
      expect(keysOf(first(counted.length, endless))).toEqual(counted);
    }
  });

  it('each ask cases that rest on the page alone', () => {
    for (const shard of SHARDS) {
      const asked = [...questionsOf({ ...OPTIONS, shard, most: 400 }, ['json'])];
      const isDocumented = asked.map((test) => levelOfCase(test) === 'documented');
      expect(isDocumented.filter(Boolean).length).toBeGreaterThan(asked.length / 8);
    }
  });
});
