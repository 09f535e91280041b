import { errorText } from '../error-text.ts';

export type ParsedJson =
  { readonly kind: 'valid'; readonly value: unknown } | { readonly kind: 'invalid'; readonly reason: string };

export function parseJson(text: string): ParsedJson {
  try {
    return { kind: 'valid', value: JSON.parse(text) as unknown };
  } catch (error) {
    return { kind: 'invalid', reason: errorText(error) };
  }
}

/**
 * Writes a value as JSON text. JSON.parse reads any depth but JSON.stringify does not, so a value that nests too deep
 * becomes null.
 */
export function writeJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return 'null';
    throw error;
  }
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns whether a value can be the id of a message. */
export function isMessageId(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** Matches blanks around the tokens of one line of JSON. JSON knows no other white space than these and the newline. */
export const JSON_BLANKS = '[ \\t\\r]*';

/** Returns whether a line holds nothing but white space of JSON. */
export function isBlankJson(text: string): boolean {
  return /^[ \t\r\n]*$/.test(text);
}
