import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { Position } from '../../reference/document/reading.ts';

const LINE_BREAKS = /\r\n|[\r\n\x85\u2028\u2029]/;

/**
 * Notations of numbers that only YAML 1.1 knows, and that readers of another YAML misread. A text that looks like one
 * is quoted, so it begins with another character.
 */
const NOTATIONS: readonly (readonly [RegExp, RequirementId])[] = [
  [/^[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+(?![^\s,\]}])/, 'yaml/sexagesimal'],
  [/^[-+]?(?:0[bx_0-9]|[1-9][0-9]*_)[0-9a-fA-F_]*(?![^\s,\]}])/, 'yaml/integers'],
];

/** Finds the notations of the numbers in a YAML text. */
export class Notations {
  readonly #lines: readonly string[];

  constructor(text: string) {
    this.#lines = text.replace(/^\ufeff/, '').split(LINE_BREAKS);
  }

  /** Returns the requirement of the number's notation in this place; undefined if every reader understands it. */
  at({ line, column }: Position): RequirementId | undefined {
    const text = (this.#lines[line - 1] ?? '').slice(column - 1);
    return NOTATIONS.find(([pattern]) => pattern.test(text))?.[1];
  }
}
