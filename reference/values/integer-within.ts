import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { Reader } from '../fields/reader.ts';
import { reject, Rejection } from '../document/violation.ts';

/** Makes a reader for an integer of at least `low` and at most `high`. Others break the requirement. */
export function integerWithin(
  integer: Reader<number>,
  low: number,
  high: number,
  requirement: RequirementId,
): Reader<number> {
  return function readWithin(value, trace) {
    const number = integer(value, trace);
    if (number instanceof Rejection) return number;
    trace?.rule(requirement);
    if (number >= low && number <= high) return number;
    return reject(
      requirement,
      `${number} is not ${high === Infinity ? `${low} or more` : `from ${low} to ${high}`}`,
    );
  };
}
