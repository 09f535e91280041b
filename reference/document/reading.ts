import { parent } from './pointer.ts';
import type { Violation } from './violation.ts';

/** A place in a text; line and column count from 1, the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Matches a line break of JSON. */
const LINE_FEED = /\n/g;

/** The lines of a text, which turn offsets into places. The list of lines is built at the first question. */
export class Lines {
  readonly #text: string;
  readonly #breaks: RegExp;
  #starts: readonly number[] | undefined;

  /** `breaks` is a global pattern that matches line breaks. */
  constructor(text: string, breaks = LINE_FEED) {
    this.#text = text;
    this.#breaks = breaks;
  }

  /** The place of an offset in the text. */
  positionAt(offset: number): Position {
    this.#starts ??= this.#findStarts();
    let line = 0;
    let after = this.#starts.length;
    while (after - line > 1) {
      const middle = (line + after) >>> 1;
      if ((this.#starts[middle] ?? 0) <= offset) line = middle;
      else after = middle;
    }
    return { line: line + 1, column: offset - (this.#starts[line] ?? 0) + 1 };
  }

  #findStarts(): readonly number[] {
    const starts = [0];
    for (const found of this.#text.matchAll(this.#breaks)) starts.push(found.index + found[0].length);
    return starts;
  }
}

/** The result of reading a text: a document whose values can be located by JSON Pointer, or the fault in the text. */
export type Reading =
  | {
      readonly kind: 'read';
      readonly document: unknown;
      /** The place of the value at a JSON Pointer, or of the key that it stands under. */
      readonly locate: (pointer: string, part: 'key' | 'value') => Position | undefined;
      /** The texts of the scalars whose values are no texts, by JSON Pointer: `0x1F` and not 31. */
      readonly scalars: () => ReadonlyMap<string, string>;
      /** Keys of mappings that were written before, so that an earlier value is lost. */
      readonly repeated: () => readonly Repeated[];
    }
  | { readonly kind: 'refused'; readonly violations: readonly Violation[] };

/** A key that stands in its mapping once more. */
export interface Repeated extends Position {
  readonly pointer: string;
}

/** Offsets in a text, by JSON Pointer: of each value, and of the key that it stands under. */
export interface Offsets {
  readonly values: ReadonlyMap<string, number>;
  readonly keys: ReadonlyMap<string, number>;
}

/** What is found in a text when it is read once more. */
export class Places implements Offsets {
  readonly values = new Map<string, number>();
  readonly keys = new Map<string, number>();
  /** The texts of scalars whose values are no texts. */
  readonly scalars = new Map<string, string>();
  readonly repeated: { readonly pointer: string; readonly offset: number }[] = [];
}

/** Makes a reading of a document. `find` reads the text once more; it is called at the first question. */
export function readingOf(document: unknown, lines: Lines, find: () => Places): Reading {
  let places: Places | undefined;
  return {
    kind: 'read',
    document,
    locate: (pointer, part) => locate(lines, (places ??= find()), pointer, part),
    scalars: () => (places ??= find()).scalars,
    repeated: () =>
      (places ??= find()).repeated.map(({ pointer, offset }) => ({ pointer, ...lines.positionAt(offset) })),
  };
}

/** The place of a value or of its key, or of the nearest value around it that has one. */
export function locate(
  lines: Lines,
  { values, keys }: Offsets,
  pointer: string,
  part: 'key' | 'value',
): Position | undefined {
  const ofKey = part === 'key' ? keys.get(pointer) : undefined;
  if (ofKey !== undefined) return lines.positionAt(ofKey);
  for (let at = pointer; ; at = parent(at)) {
    const offset = values.get(at);
    if (offset !== undefined) return lines.positionAt(offset);
    if (at === '') return undefined;
  }
}
