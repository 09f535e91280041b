import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { describe } from '../document/describe.ts';
import type { Reader } from './reader.ts';
import { rejectUnknown } from '../document/violation.ts';

/** Makes a reader for one of a few words, which must be written exactly so. */
export function oneOf<const Word extends string>(
  words: readonly Word[],
  requirement: RequirementId,
): Reader<Word> {
  const listed = words.length === 1 ? words[0] : `one of ${words.join(', ')}`;
  const known: ReadonlyMap<unknown, Word> = new Map(words.map((word) => [word, word]));
  return function readChoice(value, trace) {
    const word = known.get(value);
    if (word === undefined) {
      return rejectUnknown(requirement, `expected ${listed}, not ${describe(value)}`, words);
    }
    trace?.rule(requirement);
    return word;
  };
}
