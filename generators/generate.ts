import type fc from 'fast-check';
import { arbitraryOf, simplerValues } from './choices/arbitrary.ts';
import { drawCase, drawWholeCase, type GeneratedCase } from './case.ts';
import type { AnyGrammar } from './grammar.ts';
import { Pen } from './choices/pen.ts';
import { planOf, type CaseOptions, type CasePlan } from './plan.ts';
import { RandomSource, seedOf } from './choices/source.ts';
import { Entries } from './document/entries.ts';

export interface BatchOptions extends CaseOptions {
  /** An integer of 32 bits. */
  readonly seed: number;
  /** The number of cases. Without it, cases are generated without end. */
  readonly count?: number;
  /** The number of the first case; 0 by default. */
  readonly from?: number;
}

/** Generates cases one after the other. The same options give the same cases on every machine. */
export function* generateCases<Normal extends object>(
  grammar: AnyGrammar<Normal>,
  options: BatchOptions,
): Generator<GeneratedCase<Normal>> {
  const { seed, count = Infinity, from = 0 } = options;
  const plan = planOf(grammar, options);
  for (let index = from; index < from + count; index += 1) yield caseAt(plan, seed, index);
}

/** Returns the case with this number in the batch of this seed. */
export function caseAt<Normal extends object>(
  plan: CasePlan<Normal>,
  seed: number,
  index: number,
): GeneratedCase<Normal> {
  const [low, high] = seedOf(seed, index);
  return drawCase(new RandomSource(low, high), { kind: 'seed', low, high }, plan);
}

/** Returns the same cases as a fast-check arbitrary, which shrinks. */
export function cases<Normal extends object>(
  grammar: AnyGrammar<Normal>,
  options: CaseOptions = {},
): fc.Arbitrary<GeneratedCase<Normal>> {
  const plan = planOf(grammar, options);
  return arbitraryOf((source, origin) => drawWholeCase(source, origin, plan));
}

/**
 * Generates simpler cases than this one, the boldest simplification first, each with its own right answer. To shrink a
 * failure, take the first case that fails in the same way, and begin again with that case. This comes to an end,
 * because each case is simpler by the same measure.
 */
export function* simplerCases<Normal extends object>({
  origin,
  plan,
}: GeneratedCase<Normal>): Generator<GeneratedCase<Normal>> {
  const simpler = simplerValues((source, from) => drawWholeCase(source, from, plan), origin);
  for (const { value } of simpler) yield value;
}

/** Returns an arbitrary of normal forms without spellings, for programs that are asked to write documents. */
export function normalForms<Normal extends object>(
  grammar: AnyGrammar<Normal>,
  { scope = 'all' }: Pick<CaseOptions, 'scope'> = {},
): fc.Arbitrary<Normal> {
  const { offer, coercion } = grammar;
  return arbitraryOf((source) =>
    grammar.normal(grammar.draw(new Entries(), new Pen(source, { scope, offer, coercion }))),
  );
}
