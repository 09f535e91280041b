/** Matches every character that a terminal might act on: control characters, and the marks that reorder text. */
const UNSAFE =
  // eslint-disable-next-line no-control-regex -- control characters are what it must find
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Makes text from outside safe to print on one line: characters that a terminal might act on are shown like `\u001b`.
 */
export function visible(text: string): string {
  return text.replaceAll(UNSAFE, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Longer text is cut after this many characters. */
const WIDTH = 160;

/** Makes text from outside safe to print: on one line, cut, and without characters that a terminal acts on. */
export function shown(text: string, width = WIDTH): string {
  return visible(text.length > width ? `${text.slice(0, width)}…` : text);
}
