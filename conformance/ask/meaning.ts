import { steps } from '../../reference/document/pointer.ts';
import type { Difference } from '../judge/outcome.ts';

/**
 * Returns the meaning of an answer: the expected normal form with every difference that the judge found. So it differs
 * from the expected one exactly there, however the answer spells its values.
 */
export function meaningOf(normal: unknown, differences: readonly Difference[]): unknown {
  const whole = { meaning: structuredClone(normal) };
  // A later item of a list is taken out first, so that the places of the others stay.
  for (const difference of differences.toReversed()) change(whole, difference);
  return whole.meaning;
}

function change(whole: object, { path, received }: Difference): void {
  const place = ['meaning', ...steps(path)];
  const holder = place.slice(0, -1).reduce<unknown>(memberOf, whole);
  const key = place.at(-1) ?? '';
  if (typeof holder !== 'object' || holder === null) return;
  if (received !== undefined) Reflect.set(holder, key, valueIn(received));
  else if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else Reflect.deleteProperty(holder, key);
}

function memberOf(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined;
}

/** Returns a value of a difference, or its text where the text was cut. */
function valueIn(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return json;
  }
}
