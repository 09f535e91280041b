import type { RequirementId } from '../../spec/generated/levels.ts';
import type { Position } from '../../reference/document/reading.ts';

const LINE_BREAKS = /\r\n|[\r\n\x85\u2028\u2029]/;

/**
 * Ways of writing a number that only YAML 1.1 knows, and that a reader of another YAML takes for something else. A text
 * that looks like one is quoted, so it begins with something else.
 */
const NOTATIONS: readonly (readonly [RegExp, RequirementId])[] = [
  [/^[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+(?![^\s,\]}])/, 'yaml/sexagesimal'],
  [/^[-+]?(?:0[bx_0-9]|[1-9][0-9]*_)[0-9a-fA-F_]*(?![^\s,\]}])/, 'yaml/integers'],
];

/** Finds out how the numbers of a YAML text are written. */
export class Notations {
  readonly #lines: readonly string[];

  constructor(text: string) {
    this.#lines = text.replace(/^\ufeff/, '').split(LINE_BREAKS);
  }

  /** What the number rests on that is written in this place; undefined where every reader understands it. */
  at({ line, column }: Position): RequirementId | undefined {
    const text = (this.#lines[line - 1] ?? '').slice(column - 1);
    return NOTATIONS.find(([pattern]) => pattern.test(text))?.[1];
  }
}
