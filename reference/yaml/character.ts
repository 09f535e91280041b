/** The meanings of a character. They are bits, so one look-up answers several questions about a character. */
export const BREAK = 1;
export const BLANK = 2;
export const COLON = 4;
export const QUESTION = 8;
/** A comma or a bracket. */
export const FLOW_SIGN = 16;
/** A character that has a meaning at the start of a token. All other characters start plain text. */
export const SIGN = 32;

/** The code for the end of the text. No character has it. */
export const END = 0x110000;
export const TAB = 0x09;
export const LINE_FEED = 0x0a;
export const CARRIAGE_RETURN = 0x0d;
export const SPACE = 0x20;
export const HASH = 0x23;
export const LINE_SEPARATOR = 0x2028;
export const PARAGRAPH_SEPARATOR = 0x2029;

const MEANINGS = latin1Meanings([
  ['\r\n\x85', BREAK | BLANK],
  [' \t', BLANK],
  [':', COLON],
  ['?', QUESTION],
  [',[]{}', FLOW_SIGN],
  [',[]{}:?-&*!"\'|>\t%@`', SIGN],
]);

/** Returns all meanings of the character with this code. The end of the text is a blank and a line break. */
export function meaningOf(code: number): number {
  if (code < MEANINGS.length) return MEANINGS[code] ?? 0;
  return code === LINE_SEPARATOR || code === PARAGRAPH_SEPARATOR || code === END ? BREAK | BLANK : 0;
}

function latin1Meanings(groups: readonly (readonly [characters: string, meaning: number])[]): Uint8Array {
  const meanings = new Uint8Array(0x100);
  for (const [characters, meaning] of groups)
    for (const character of characters) {
      const code = character.charCodeAt(0);
      meanings[code] = (meanings[code] ?? 0) | meaning;
    }
  return meanings;
}
