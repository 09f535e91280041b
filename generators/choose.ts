import type { Source } from './source.ts';

/** Values to choose from, the simplest first. */
export type Pool<Value> = readonly [Value, ...Value[]];

export function oneOf<Value>(source: Source, pool: Pool<Value>): Value {
  return pool[source.below(pool.length)] ?? pool[0];
}

/** True once in `times`; false is the simpler answer. */
export function rarely(source: Source, times: number): boolean {
  return source.below(times) === times - 1;
}

/** The same values in any order; none moved is the simplest. */
export function shuffled<Value>(source: Source, values: readonly Value[]): Value[] {
  const order: Value[] = [];
  values.forEach((value, index) => {
    order.splice(index - source.below(index + 1), 0, value);
  });
  return order;
}
