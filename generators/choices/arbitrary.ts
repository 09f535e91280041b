import fc from 'fast-check';
import { NO_CHOICES, RecordingSource, ReplaySource, type Span } from './choices.ts';
import { isLighter, simplerChoices, weigh } from './simpler-choices.ts';
import { RandomSource, type Source } from './source.ts';

/**
 * The origin of a value: a seed, or recorded decisions. It is enough to make the value again, and to make simpler
 * ones.
 */
export type Origin =
  | { readonly kind: 'seed'; readonly low: number; readonly high: number }
  | { readonly kind: 'choices'; readonly choices: Span };

/**
 * Draws a value from a source: a pure function of the decisions that it takes. `origin` can make the same decisions
 * again.
 */
export type Draw<Value> = (source: Source, origin: Origin) => Value;

export interface Made<Value> {
  readonly value: Value;
  readonly origin: Origin;
}

/**
 * Makes a fast-check arbitrary of the values that `draw` makes. It takes two random words per value, however large the
 * value is.
 */
export function arbitraryOf<Value>(draw: Draw<Value>): fc.Arbitrary<Value> {
  return new DrawArbitrary(draw);
}

/** A value that no arbitrary generates: values can't be shrunk without the decisions that made them. */
const NEVER_GIVEN: unique symbol = Symbol('never given');

class DrawArbitrary<Value> extends fc.Arbitrary<Value> {
  readonly #draw: Draw<Value>;

  constructor(draw: Draw<Value>) {
    super();
    this.#draw = draw;
  }

  generate(random: fc.Random): fc.Value<Value> {
    const low = random.nextInt(-0x80000000, 0x7fffffff);
    const high = random.nextInt(-0x80000000, 0x7fffffff);
    const origin: Origin = { kind: 'seed', low, high };
    return new fc.Value(remake(this.#draw, origin), origin);
  }

  canShrinkWithoutContext(value: unknown): value is Value {
    return value === NEVER_GIVEN;
  }

  shrink(_value: Value, context: unknown): fc.Stream<fc.Value<Value>> {
    return isOrigin(context) ? fc.stream(shrunk(this.#draw, context)) : fc.Stream.nil();
  }
}

/**
 * Generates simpler values than the one of this origin, the boldest simplification first. Each is drawn anew, so it is
 * as correct.
 */
export function* simplerValues<Value>(draw: Draw<Value>, origin: Origin): Generator<Made<Value>> {
  const choices = choicesOf(draw, origin);
  const weight = weigh(choices);
  for (const proposal of simplerChoices(choices)) {
    const source = new RecordingSource(new ReplaySource(proposal));
    // The origin belongs to the value that is drawn, and is known after it was drawn.
    const origin = { kind: 'choices' as const, choices: NO_CHOICES };
    const value = draw(source, origin);
    origin.choices = source.choices();
    if (isLighter(weigh(origin.choices), weight)) yield { value, origin };
  }
}

/** Makes the value of an origin again. */
export function remake<Value>(draw: Draw<Value>, origin: Origin): Value {
  return draw(sourceFrom(origin), origin);
}

function* shrunk<Value>(draw: Draw<Value>, origin: Origin): Generator<fc.Value<Value>> {
  for (const simpler of simplerValues(draw, origin)) yield new fc.Value(simpler.value, simpler.origin);
}

/** Returns the decisions that are really taken. */
function choicesOf<Value>(draw: Draw<Value>, origin: Origin): Span {
  const source = new RecordingSource(sourceFrom(origin));
  draw(source, origin);
  return source.choices();
}

function sourceFrom(origin: Origin): Source {
  return origin.kind === 'seed'
    ? new RandomSource(origin.low, origin.high)
    : new ReplaySource(origin.choices);
}

function isOrigin(context: unknown): context is Origin {
  return typeof context === 'object' && context !== null && 'kind' in context;
}
