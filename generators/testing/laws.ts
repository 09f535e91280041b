import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

/** The facts about an arbitrary that the kit of laws needs. */
export interface Subject<Value> {
  readonly arbitrary: fc.Arbitrary<Value>;
  /** The part of a value that must be the same each time; by default the value itself. */
  readonly facts?: (value: Value) => unknown;
  /** The faults of a value, in words. */
  readonly faults: (value: Value) => readonly string[];
  /** The amount that a person would have to read; absent for values that are always small. */
  readonly size?: (value: Value) => number;
  /** Returns all `ways` that this value shows. */
  readonly shows: (value: Value) => Iterable<string>;
  /** The ways that must be reached. */
  readonly ways: readonly string[];
  /** All ways must be reached within this many values; 3000 by default. */
  readonly draws?: number;
}

const SEED = 20240507;

/** Values are drawn in batches of this size, until all ways are reached. */
const BATCH = 500;

/** Shrinking any value takes fewer steps than this. */
const MOST_STEPS = 2_000;

/** Tests the laws that every arbitrary of this layer obeys. */
export function obeysTheLaws<Value>(name: string, subject: Subject<Value>): void {
  const { arbitrary, faults, draws = 3_000, ways } = subject;
  describe(name, () => {
    test('the same seed gives the same values', () => {
      const facts = sampled(arbitrary, 200).map(factsOf(subject));
      expect(sampled(arbitrary, 200).map(factsOf(subject))).toEqual(facts);
      expect(sampled(arbitrary, 200, SEED + 1).map(factsOf(subject))).not.toEqual(facts);
    });

    test('every value is correct', () => {
      expect(sampled(arbitrary, 400).flatMap((value) => faults(value))).toEqual([]);
    });

    test('shrinking ends in the one simplest value and stays correct on the way', () => {
      const starts = generated(arbitrary, 41);
      const ends = starts.map((start) => shrunk(subject, start));
      const facts = new Set(ends.map((end) => JSON.stringify(factsOf(subject)(end))));
      expect([...facts]).toHaveLength(1);
      const { size = () => 0 } = subject;
      const sizes = starts.map(({ value }) => size(value)).sort((left, right) => left - right);
      for (const end of ends) expect(size(end)).toBeLessThanOrEqual(sizes[20] ?? Number.NaN);
    });

    test('every way is reached', () => {
      const missing = new Set(ways);
      for (let batch = 0; batch * BATCH < draws && missing.size > 0; batch += 1) {
        for (const value of sampled(arbitrary, BATCH, SEED + batch)) {
          for (const way of subject.shows(value)) missing.delete(way);
        }
      }
      expect([...missing]).toEqual([]);
    });
  });
}

function factsOf<Value>({ facts }: Subject<Value>): (value: Value) => unknown {
  return facts ?? ((value) => value);
}

function sampled<Value>(arbitrary: fc.Arbitrary<Value>, count: number, seed = SEED): Value[] {
  return fc.sample(arbitrary, { seed, numRuns: count });
}

/** Generates values together with the state that shrinking needs. */
function generated<Value>(arbitrary: fc.Arbitrary<Value>, count: number): fc.Value<Value>[] {
  const wrapped = new Capture(arbitrary);
  fc.sample(wrapped, { seed: SEED, numRuns: count });
  return wrapped.values;
}

/** Shrinks a value to the end, by taking the first simpler value each time, as if all values failed. */
function shrunk<Value>({ arbitrary, faults }: Subject<Value>, start: fc.Value<Value>): Value {
  let at = start;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const next = arbitrary.shrink(at.value, at.context).next();
    if (next.done === true) return at.value;
    at = next.value;
    expect(faults(at.value)).toEqual([]);
  }
  throw new Error(`shrinking did not end in ${MOST_STEPS} steps`);
}

/** An arbitrary that remembers all generated values. */
class Capture<Value> extends fc.Arbitrary<Value> {
  readonly values: fc.Value<Value>[] = [];
  readonly #arbitrary: fc.Arbitrary<Value>;

  constructor(arbitrary: fc.Arbitrary<Value>) {
    super();
    this.#arbitrary = arbitrary;
  }

  generate(random: fc.Random, biasFactor: number | undefined): fc.Value<Value> {
    const made = this.#arbitrary.generate(random, biasFactor);
    this.values.push(made);
    return made;
  }

  canShrinkWithoutContext(value: unknown): value is Value {
    return this.#arbitrary.canShrinkWithoutContext(value);
  }

  shrink(value: Value, context: unknown): fc.Stream<fc.Value<Value>> {
    return this.#arbitrary.shrink(value, context);
  }
}
