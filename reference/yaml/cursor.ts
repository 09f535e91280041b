import {
  BLANK,
  BREAK,
  CARRIAGE_RETURN,
  END,
  HASH,
  LINE_FEED,
  LINE_SEPARATOR,
  meaningOf,
  PARAGRAPH_SEPARATOR,
  SPACE,
} from './character.ts';

/** Matches the rest of a line. */
const REST = /[^\r\n\x85\u2028\u2029]*/y;

const DOCUMENT_MARKER = /(?:---|\.\.\.)(?![^ \t\r\n\x85\u2028\u2029])/y;

/** Returns whether a character, or the end of the text (`''`), separates tokens. */
export function isBlank(character: string): boolean {
  return character === '' || (meaningOf(character.charCodeAt(0)) & BLANK) !== 0;
}

/** Returns whether a character, or the end of the text (`''`), ends a line. */
export function isLineEnd(character: string): boolean {
  return character === '' || (meaningOf(character.charCodeAt(0)) & BREAK) !== 0;
}

/** A place in a YAML text, with methods that read from there. Offsets and columns are in UTF-16 units, from 0. */
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

  /** True if `---` or `...` stands here. At the start of a line that means the start or end of a document. */
  get isAtMarker(): boolean {
    return this.matches(DOCUMENT_MARKER);
  }

  /** The character here, or `ahead` characters further on; `''` behind the end. */
  peek(ahead = 0): string {
    return this.text.charAt(this.at + ahead);
  }

  /** The code of the character here, or `ahead` characters further on; `END` behind the end. */
  code(ahead = 0): number {
    const at = this.at + ahead;
    return at < this.text.length ? this.text.charCodeAt(at) : END;
  }

  /** Returns whether a sticky pattern matches here. */
  matches(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.text);
  }

  /**
   * Reads the text that a sticky pattern matches, which may hold no line break. Returns `undefined` if it doesn't
   * match.
   */
  match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text) ?? undefined;
    if (found !== undefined) this.at += found[0].length;
    return found;
  }

  /** Does the same as `match`, but returns the text, which may be empty. */
  take(pattern: RegExp): string {
    const start = this.at;
    // `test` creates no objects, while `exec` does.
    if (this.matches(pattern)) this.at = pattern.lastIndex;
    return this.text.slice(start, this.at);
  }

  skipSpaces(): void {
    while (this.code() === SPACE) this.at += 1;
  }

  takeRestOfLine(): string {
    return this.take(REST);
  }

  skipComment(): void {
    if (this.code() === HASH && this.matches(REST)) this.at = REST.lastIndex;
  }

  /**
   * Reads a line break. It becomes a line feed unless it is one of Unicode's separators; `''` if there is
   * none.
   * yaml/line-endings: Lines may end in LF or CRLF, and the file may start with a byte-order mark.
   */
  takeBreak(): string {
    const code = this.code();
    if ((meaningOf(code) & BREAK) === 0 || this.isAtEnd) return '';
    this.at += code === CARRIAGE_RETURN && this.code(1) === LINE_FEED ? 2 : 1;
    this.line += 1;
    this.#lineStart = this.at;
    return code === LINE_SEPARATOR || code === PARAGRAPH_SEPARATOR ? String.fromCharCode(code) : '\n';
  }
}
