import { trace } from './interpret.ts';
import { steps } from './document/pointer.ts';
import type { Reading } from './document/reading.ts';
import type { Origin } from './fields/origin.ts';
import type { AnyLanguage } from './language.ts';

/** One value of the normal form and its origin. */
export interface Explained {
  /** The JSON Pointer to the value in the normal form. */
  readonly pointer: string;
  readonly value: unknown;
  readonly origin: Origin;
  /** The line of the text that gave the value, from 1; undefined for a default. */
  readonly line: number | undefined;
}

/** Explains each value of the normal form of a document, by JSON Pointer. A document that is refused has none. */
export function explainReading(
  language: AnyLanguage,
  reading: Extract<Reading, { kind: 'read' }>,
): ReadonlyMap<string, Explained> {
  const { verdict, origins } = trace(language, reading.document);
  const normal = verdict.kind === 'accepted' ? verdict.normal : undefined;
  return new Map(
    [...origins].map(([pointer, origin]) => {
      const line = origin.from === '' ? undefined : reading.locate(origin.from, 'value')?.line;
      return [pointer, { pointer, value: valueAt(normal, pointer), origin, line }];
    }),
  );
}

function valueAt(value: unknown, pointer: string): unknown {
  return steps(pointer).reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    value,
  );
}
