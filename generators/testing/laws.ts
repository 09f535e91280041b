import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

/** What the kit of laws needs to know of an arbitrary. */
export interface Subject<Value> {
  readonly arbitrary: fc.Arbitrary<Value>;
  /** What of a value must be the same each time; the value itself where this is absent. */
  readonly facts?: (value: Value) => unknown;
  /** What is wrong with a value, in words. */
  readonly faults: (value: Value) => readonly string[];
  /** How much a person would have to read; absent for what is small anyway. */
  readonly size?: (value: Value) => number;
  /** Everything that `ways` could name and this value shows. */
  readonly shows: (value: Value) => Iterable<string>;
  /** What must be reached. */
  readonly ways: readonly string[];
  /** How many values it may take to reach all of it; 3000 where it is absent. */
  readonly draws?: number;
}

const SEED = 20240507;

/** Values that are drawn at a time, until all that is to be reached is. */
const BATCH = 500;

/** More shrinking steps than any value needs. */
const MOST_STEPS = 2_000;

/** The laws that every arbitrary here obeys. */
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

    test('shrinking ends in the one simplest value, and all on the way are correct', () => {
      const starts = generated(arbitrary, 41);
      const ends = starts.map((start) => shrunk(subject, start));
      const facts = new Set(ends.map((end) => JSON.stringify(factsOf(subject)(end))));
      expect([...facts]).toHaveLength(1);
      const { size = () => 0 } = subject;
      const sizes = starts.map(({ value }) => size(value)).sort((left, right) => left - right);
      for (const end of ends) expect(size(end)).toBeLessThanOrEqual(sizes[20] ?? Number.NaN);
    });

    test('everything is reached', () => {
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

/** With what shrinking needs to know. */
function generated<Value>(arbitrary: fc.Arbitrary<Value>, count: number): fc.Value<Value>[] {
  const wrapped = new Capture(arbitrary);
  fc.sample(wrapped, { seed: SEED, numRuns: count });
  return wrapped.values;
}

/** Takes the first simpler value as long as there is one, as if all of them failed. */
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

/** Remembers all that it generates. */
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
