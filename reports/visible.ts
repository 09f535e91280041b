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

/** Makes text of several lines safe to print. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}

/** Writes a value as JSON that is safe to print. */
export function visibleJson(value: unknown, indent?: number): string {
  return visibleInJson(JSON.stringify(value, null, indent));
}

/**
 * Makes JSON safe to print. What a terminal might act on stands in texts only, where JSON can escape it, so the value
 * stays exactly the same. The blanks between values stay, too.
 */
export function visibleInJson(json: string): string {
  return json.replaceAll(UNSAFE, (char) => (char < ' ' ? char : visible(char)));
}

/** Longer text is cut after this many characters. */
const WIDTH = 160;

/** Makes text from outside safe to print: on one line, cut, and without characters that a terminal acts on. */
export function shown(text: string, width = WIDTH): string {
  return visible(text.length > width ? `${text.slice(0, width)}…` : text);
}
