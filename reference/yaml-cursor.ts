/** What ends a line: to the release also a lone CR, NEL and the two separators of Unicode. */
const BREAK = /\r\n|[\r\n\x85\u2028\u2029]/y;

/** The rest of a line. */
const REST = /[^\r\n\x85\u2028\u2029]*/y;

const COMMENT = /#[^\r\n\x85\u2028\u2029]*/y;
const SPACES = / */y;
const DOCUMENT_MARKER = /(?:---|\.\.\.)(?![^ \t\r\n\x85\u2028\u2029])/y;

/** Whether a character, or the end of the text (`''`), separates tokens. */
export function isBlank(character: string): boolean {
  return ' \t\r\n\x85\u2028\u2029'.includes(character);
}

/** Whether a character, or the end of the text (`''`), ends a line. */
export function isLineEnd(character: string): boolean {
  return '\r\n\x85\u2028\u2029'.includes(character);
}

/** A place in a YAML text, and what is read there. Offsets and columns are in UTF-16 units, from 0. */
export class Cursor {
  readonly text: string;
  at = 0;
  line = 0;
  #lineStart = 0;

  constructor(text: string) {
    this.text = text;
  }

  get column(): number {
    return this.at - this.#lineStart;
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** Whether `---` or `...` stands here and means the start or end of a document, if it starts a line. */
  get isAtMarker(): boolean {
    return this.matches(DOCUMENT_MARKER);
  }

  /** The character here, or `ahead` of it; `''` behind the end. */
  peek(ahead = 0): string {
    return this.text.charAt(this.at + ahead);
  }

  /** Whether a sticky pattern matches here. */
  matches(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.text);
  }

  /** Reads what a sticky pattern matches, which may hold no line break; `undefined` where it matches nothing. */
  match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text) ?? undefined;
    if (found !== undefined) this.at += found[0].length;
    return found;
  }

  /** As `match`, but the text, which may be empty. */
  take(pattern: RegExp): string {
    return this.match(pattern)?.[0] ?? '';
  }

  takeSpaces(): string {
    return this.take(SPACES);
  }

  takeRestOfLine(): string {
    return this.take(REST);
  }

  skipComment(): void {
    this.take(COMMENT);
  }

  /** yaml/line-endings: reads a line break, as a line feed unless Unicode separates there; `''` where there is none. */
  takeBreak(): string {
    const found = this.take(BREAK);
    if (found === '') return '';
    this.line += 1;
    this.#lineStart = this.at;
    return found === '\u2028' || found === '\u2029' ? found : '\n';
  }
}
