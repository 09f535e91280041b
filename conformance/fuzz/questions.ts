import type { Edition } from '../edition.ts';
import type { Level } from '../../spec/edition.ts';
import type { InputKind } from '../../spec/generated/protocol.ts';
import { caseStream, testsOf, type GeneratedTest } from '../case/generated-cases.ts';
import { levelOfCase } from '../case/topic.ts';

export interface QuestionOptions {
  readonly edition: Edition;
  /** An integer of 32 bits. */
  readonly seed: number;
  readonly topic?: string;
  readonly level?: Level;
}

/** Generates the questions of a fuzz run without end. Equal options give the same questions on every machine. */
export function* questionsOf(
  { edition, seed, topic, level }: QuestionOptions,
  inputs: readonly InputKind[],
): Generator<GeneratedTest, undefined> {
  const stream = caseStream({
    edition,
    seed,
    inputs,
    ...(topic === undefined ? {} : { topic }),
    ...(level === undefined ? {} : { level }),
  });
  for (const made of stream)
    for (const test of testsOf(edition, made, inputs))
      if (level !== 'observed' || levelOfCase(test) === 'observed') yield test;
}
