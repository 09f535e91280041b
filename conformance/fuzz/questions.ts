import type { Edition } from '../edition.ts';
import type { Level } from '../../spec/edition.ts';
import type { InputKind } from '../../spec/generated/protocol.ts';
import { casesAt, testsOf, type GeneratedTest } from '../case/generated-cases.ts';
import { levelOfCase } from '../case/topic.ts';
import { isInShard, type Shard } from '../shard/shard.ts';

export interface QuestionOptions {
  readonly edition: Edition;
  /** An integer of 32 bits. */
  readonly seed: number;
  readonly topic?: string;
  readonly level?: Level;
  /** The part of the questions that is asked; all by default. Both texts of a document belong to the same part. */
  readonly shard?: Shard;
  /** The number of questions of all shards together; without end by default. */
  readonly most?: number;
}

/**
 * Generates the questions of a fuzz run. Equal options give the same questions on every machine, and different shards
 * have no question in common.
 */
export function* questionsOf(
  { shard, most = Infinity, ...options }: QuestionOptions,
  inputs: readonly InputKind[],
): Generator<GeneratedTest, undefined> {
  const { edition, level } = options;
  const caseAt = casesAt({ ...options, inputs });
  let left = most;
  for (let index = 0; left > 0; index += 1) {
    const isHere = isInShard(shard, String(index));
    // What other shards ask is made only where questions are counted.
    if (!isHere && most === Infinity) continue;
    const tests = testsOf(edition, caseAt(index), inputs)
      .filter((test) => level !== 'observed' || levelOfCase(test) === 'observed')
      .slice(0, left);
    left -= tests.length;
    if (isHere) yield* tests;
  }
}
