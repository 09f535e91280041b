import { NAMES_AT, PLACE_IS_KEY } from '../../spec/generated/attributes.ts';
import type { Vocabulary } from './vocabulary.ts';
import { parent, steps } from '../document/pointer.ts';
import type { Reading } from '../document/reading.ts';
import { scalarText } from '../document/scalar-text.ts';
import type { Violation } from '../document/violation.ts';
import { adviceOnField, adviceOnWord } from './names.ts';
import { messageAsWritten } from './quoting.ts';
import { valueAt } from './value-at.ts';

/**
 * Words a violation for the one who wrote the text: what the text says instead of what was made of it, what was
 * probably meant, what to do. This takes time and decides nothing, so it is left to those who show the message.
 */
export function advise(
  vocabulary: Vocabulary,
  reading: Extract<Reading, { kind: 'read' }>,
  { choices, ...violation }: Violation,
): Violation {
  const { path } = violation;
  const value = valueAt(reading.document, path);
  if (path === '' && isEmpty(reading)) return { ...violation, message: 'the file is empty' };
  const place = starred(path);
  const hint =
    choices === undefined
      ? undefined
      : PLACE_IS_KEY.has(violation.requirement)
        ? adviceOnField(vocabulary, parent(place), steps(path).at(-1) ?? '', choices)
        : adviceOnWord(vocabulary, place, scalarText(value) ?? '', choices);
  const message = messageAsWritten({
    ...violation,
    value,
    written: reading.scalars().get(path),
    isVariable: place.endsWith('/*') && NAMES_AT.includes(parent(path)),
  });
  return { ...violation, message: message + (hint ?? '') };
}

/** Returns whether a text holds nothing, or nothing but comments and markers. */
function isEmpty({ document, scalars }: Extract<Reading, { kind: 'read' }>): boolean {
  return document === null && (scalars().get('') ?? '') === '';
}

/** A JSON Pointer with a star for each index. */
function starred(path: string): string {
  return path.replaceAll(/\/[0-9]+(?=\/|$)/g, '/*');
}
