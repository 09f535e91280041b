import type { RequirementId } from '../../../spec/generated/requirement-ids.ts';
import { Binary } from '../../document/foreign.ts';
import { oneOf } from '../../fields/choice.ts';
import type { Reader } from '../../fields/reader.ts';

/**
 * Makes a reader for one of a few words, which must be written exactly so.
 * yaml/tags: The standard tags (`!!str`, `!!int`, `!!float`, ...) choose the type; any other tag is refused.
 * Binary data of a word is that word.
 */
export function choiceOf<const Word extends string>(
  words: readonly Word[],
  requirement: RequirementId,
): Reader<Word> {
  const readWord = oneOf(words, requirement);
  return function readChoice(value, trace) {
    if (!(value instanceof Binary)) return readWord(value, trace);
    trace?.rule('yaml/tags');
    return readWord(value.text, trace);
  };
}
