import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { onlyFault, type Fault, type Grammar } from './fault.ts';
import { decimalIn, integerIn } from './numeral.ts';

/** boolean/words: The texts true, yes, on, t, y, 1 and false, no, off, f, n, 0, in any case, are booleans. */
const BOOLEANS: ReadonlySet<string> = new Set('true yes on t y 1 false no off f n 0'.split(' '));

/**
 * boolean/other: Nothing else is a boolean.
 * Where a switch may be a mapping too, another requirement is broken.
 */
export function booleanFault(requirement: RequirementId): Grammar {
  return (text) => (BOOLEANS.has(text.toLowerCase()) ? undefined : requirement);
}

/** Makes the grammar of a few words, which must be written exactly so. */
export function wordFault(words: Iterable<string>, requirement: RequirementId): Grammar {
  const known: ReadonlySet<string> = new Set(words);
  return (text) => (known.has(text) ? undefined : requirement);
}

/** integer/other: Nothing else is an integer. */
export function integerFault(text: string): Fault {
  return integerIn(text) === 'none' ? 'integer/other' : undefined;
}

/** nodes/positive: `nodes` is at least 1. */
export function nodesFault(text: string): Fault {
  const nodes = integerIn(text);
  return typeof nodes === 'number' && nodes < 1 ? 'nodes/positive' : integerFault(text);
}

/**
 * max_price/number: Nothing else is a price.
 * max_price/positive: A price is above zero.
 */
export function priceFault(text: string): Fault {
  const price = decimalIn(text);
  if (price === 'none') return 'max_price/number';
  return price === 'unclear' || price > 0 ? undefined : 'max_price/positive';
}

/**
 * name/format: A run name is a lower-case letter followed by 1 to 40 lower-case letters, digits or dashes.
 * The release accepts a line break at the very end.
 */
export function runNameFault(text: string): Fault {
  return /^[a-z][a-z0-9-]{1,40}\n?$/.test(text) ? undefined : 'name/format';
}

/**
 * user/format: A user is `user_name_or_id[:group_name_or_id]`, and neither half is empty.
 * user/non-negative: A numeric user or group id is not negative.
 */
export function userFault(text: string): Fault {
  const halves = text.split(':');
  const faults: RequirementId[] = [];
  if (halves.length > 2 || halves.includes('')) faults.push('user/format');
  const ids = halves.map(integerIn);
  if (ids.includes('unclear')) return undefined;
  if (ids.some((id) => typeof id === 'number' && id < 0)) faults.push('user/non-negative');
  return onlyFault(faults);
}
