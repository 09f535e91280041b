import type { Source } from './source.ts';

/** Values to choose from, the simplest first. */
export type Pool<Value> = readonly [Value, ...Value[]];

export function oneOf<Value>(source: Source, pool: Pool<Value>): Value {
  return pool[source.below(pool.length)] ?? pool[0];
}

/**
 * Chooses like `oneOf`, but in half of all cases one of the first four values, so the most important values stand
 * first.
 */
export function oneOfTheFirst<Value>(source: Source, pool: Pool<Value>): Value {
  const all = pool.length;
  return pool[source.below(2) === 0 ? source.below(Math.min(4, all)) : source.below(all)] ?? pool[0];
}

/** Returns true once in `times`. False is the simpler answer. */
export function rarely(source: Source, times: number): boolean {
  return source.below(times) === times - 1;
}

/** Returns the same values in any order. The given order is the simplest. */
export function shuffled<Value>(source: Source, values: readonly Value[]): Value[] {
  const order: Value[] = [];
  for (const value of values) {
    let at = order.length;
    const place = at - source.below(at + 1);
    // Moves the values behind the place by hand, because `splice` makes a list at each call.
    for (; at > place; at -= 1) order[at] = order[at - 1] ?? value;
    order[place] = value;
  }
  return order;
}
