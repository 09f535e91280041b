import fc from 'fast-check';
import { RecordingSource, ReplaySource, type Span } from './choices.ts';
import { isLighter, simplerChoices, weigh } from './simpler-choices.ts';
import { RandomSource, type Source } from './source.ts';

/** How a value was made: from a seed, or from recorded decisions. Enough to make it again, and simpler. */
export type Origin =
  | { readonly kind: 'seed'; readonly low: number; readonly high: number }
  | { readonly kind: 'choices'; readonly choices: Span };

/** Draws a value from a source: a pure function of the decisions that it takes. */
export type Draw<Value> = (source: Source) => Value;

export interface Made<Value> {
  readonly value: Value;
  readonly origin: Origin;
}

/** A fast-check arbitrary of what `draw` makes: two random words per value, however large it is. */
export function arbitraryOf<Value>(draw: Draw<Value>): fc.Arbitrary<Value> {
  return new DrawArbitrary(draw);
}

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
    return new fc.Value(this.#draw(new RandomSource(low, high)), origin);
  }

  canShrinkWithoutContext(value: unknown): value is Value {
    void value;
    return false;
  }

  shrink(value: Value, context: unknown): fc.Stream<fc.Value<Value>> {
    void value;
    return isOrigin(context) ? fc.stream(shrunk(this.#draw, context)) : fc.Stream.nil();
  }
}

/** Simpler values than the one of this origin, the boldest first; each is made anew, so it is as correct. */
export function* simplerValues<Value>(draw: Draw<Value>, origin: Origin): Generator<Made<Value>> {
  const choices = choicesOf(draw, origin);
  const weight = weigh(choices);
  for (const proposal of simplerChoices(choices)) {
    const source = new ReplaySource(proposal);
    const value = draw(source);
    const taken = source.choices();
    if (isLighter(weigh(taken), weight)) yield { value, origin: { kind: 'choices', choices: taken } };
  }
}

/** Makes the value of an origin again. */
export function remake<Value>(draw: Draw<Value>, origin: Origin): Value {
  return draw(
    origin.kind === 'seed' ? new RandomSource(origin.low, origin.high) : new ReplaySource(origin.choices),
  );
}

function* shrunk<Value>(draw: Draw<Value>, origin: Origin): Generator<fc.Value<Value>> {
  for (const simpler of simplerValues(draw, origin)) yield new fc.Value(simpler.value, simpler.origin);
}

function choicesOf<Value>(draw: Draw<Value>, origin: Origin): Span {
  if (origin.kind === 'choices') return origin.choices;
  const source = new RecordingSource(new RandomSource(origin.low, origin.high));
  draw(source);
  return source.choices();
}

function isOrigin(context: unknown): context is Origin {
  return typeof context === 'object' && context !== null && 'kind' in context;
}
