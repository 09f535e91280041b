import type { Violation } from './violation.ts';

/** A place in a text; line and column count from 1, the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The place of an offset in a text. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}

/** What became of a text: a document, whose values can be located by JSON Pointer, or what is wrong with the text. */
export type Reading =
  | {
      readonly kind: 'read';
      readonly document: unknown;
      /** The place of the value at a JSON Pointer, or of the key that it stands under. */
      readonly locate: (pointer: string, part: 'key' | 'value') => Position | undefined;
    }
  | { readonly kind: 'refused'; readonly violations: readonly Violation[] };
