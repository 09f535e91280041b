import { scanBlockScalar } from './block-scalar.ts';
import { BLANK, meaningOf, SIGN } from './character.ts';
import { Cursor } from './cursor.ts';
import { YamlFault } from './fault.ts';
import { scanPlain, scanQuoted } from './flow-scalar.ts';
import { isStale, type PossibleKey } from './possible-key.ts';
import { scanAnchor, scanDirective, scanTag } from './property.ts';
import type { Sign, Token } from './token.ts';

/** Scans the tokens of a text, up to its end or up to the first fault. */
export function scan(text: string): readonly Token[] {
  const scanner = new Scanner(text);
  scanner.scan();
  return scanner.tokens;
}

/**
 * Splits a text into tokens as the release's reader does, which follows YAML 1.1 in its own way. Only the
 * colon shows that a token is a key, so the scanner then inserts the sign for a key in front of it.
 * yaml/flow-and-block: Flow and block style, and `? ` keys, mean the same.
 */
class Scanner {
  readonly tokens: Token[] = [];
  readonly #cursor: Cursor;
  /** The columns of the enclosing block collections, the innermost last. */
  readonly #indents: number[] = [-1];
  /** The token that may yet be a key, at each depth of brackets. */
  readonly #keys: (PossibleKey | undefined)[] = [undefined];
  #allowsKey = true;

  constructor(text: string) {
    this.#cursor = new Cursor(text);
  }

  scan(): void {
    try {
      let isAtEnd = false;
      while (!isAtEnd) isAtEnd = this.#next();
    } catch (fault) {
      if (!(fault instanceof YamlFault)) throw fault;
      this.tokens.push({ kind: 'fault', start: fault.offset, fault });
    }
  }

  get #indent(): number {
    return this.#indents.at(-1) ?? -1;
  }

  get #inFlow(): boolean {
    return this.#keys.length > 1;
  }

  /** Scans the next token, if one follows. Returns true at the end of the text. */
  #next(): boolean {
    this.#skipToToken();
    const outermost = this.#keys[0];
    if (outermost !== undefined && isStale(outermost, this.#cursor)) this.#dropKey(0);
    if (!this.#inFlow) this.#unwind(this.#cursor.column);
    if (this.#cursor.isAtEnd) {
      this.#endDocument('end', 0);
      return true;
    }
    if (this.#cursor.column !== 0 || !this.#atLineStart()) this.#token();
    return false;
  }

  /**
   * Skips spaces, comments and line breaks. A tab does not separate tokens.
   * yaml/comments: Comments mean nothing.
   */
  #skipToToken(): void {
    for (;;) {
      this.#cursor.skipSpaces();
      this.#cursor.skipComment();
      if (this.#cursor.takeBreak() === '') return;
      if (!this.#inFlow) this.#allowsKey = true;
    }
  }

  /**
   * Scans a document marker or a directive, which have their meaning only at the start of a line. Returns false if
   * neither stands here.
   */
  #atLineStart(): boolean {
    if (this.#cursor.isAtMarker) {
      this.#endDocument(this.#cursor.peek() === '-' ? '---' : '...', 3);
      return true;
    }
    if (this.#cursor.peek() !== '%') return false;
    this.#leaveBlocks();
    this.tokens.push(scanDirective(this.#cursor));
    return true;
  }

  #token(): void {
    if ((meaningOf(this.#cursor.code()) & SIGN) === 0) {
      this.#plain();
      return;
    }
    const sign = this.#cursor.peek();
    const isAlone = (meaningOf(this.#cursor.code(1)) & BLANK) !== 0;
    switch (sign) {
      case '[':
      case '{':
        this.#open(sign);
        return;
      case ']':
      case '}':
        this.#close(sign);
        return;
      case ',':
        this.#startEntry(sign);
        return;
      case '-':
        if (isAlone) this.#blockEntry();
        else this.#plain();
        return;
      case '?':
        if (isAlone || this.#inFlow) this.#explicitKey();
        else this.#plain();
        return;
      case ':':
        if (isAlone || this.#inFlow) this.#value();
        else this.#plain();
        return;
      default:
        this.#content(sign);
    }
  }

  #content(sign: string): void {
    switch (sign) {
      case '&':
      case '*':
        this.#keyable(scanAnchor);
        return;
      case '!':
        this.#keyable(scanTag);
        return;
      case '"':
      case "'":
        this.#keyable(scanQuoted);
        return;
      case '|':
      case '>':
        this.#blockScalar();
        return;
      case '\t':
      case '%':
      case '@':
      case '`':
        throw this.#fault(
          sign === '\t' ? 'a tab between tokens' : `text with ${sign} in front must be quoted`,
        );
      default:
        this.#plain();
    }
  }

  #open(sign: '[' | '{'): void {
    this.#saveKey();
    this.#keys.push(undefined);
    this.#allowsKey = true;
    this.#push(sign);
  }

  #close(sign: ']' | '}'): void {
    if (!this.#inFlow) throw this.#fault(`nothing that ${sign} closes`);
    this.#keys.pop();
    this.#allowsKey = false;
    this.#push(sign);
  }

  #blockEntry(): void {
    if (!this.#inFlow) this.#startBlock('block sequence', "an item of a list can't stand here");
    this.#startEntry('-');
  }

  #startEntry(sign: ',' | '-'): void {
    this.#allowsKey = true;
    this.#dropKey(this.#keys.length - 1);
    this.#push(sign);
  }

  #explicitKey(): void {
    if (!this.#inFlow) this.#startBlock('block mapping', "a key can't stand here");
    this.#startPart('?');
  }

  #value(): void {
    const level = this.#keys.length - 1;
    const key = this.#keys[level];
    if (key !== undefined && !isStale(key, this.#cursor)) {
      this.#keys[level] = undefined;
      this.#insertKey(key);
      this.#allowsKey = false;
      this.#push(':');
      return;
    }
    if (!this.#inFlow)
      this.#startBlock(
        'block mapping',
        "a mapping can't begin here: quote text in which a blank follows a colon",
      );
    this.#startPart(':');
  }

  #startPart(sign: '?' | ':'): void {
    this.#allowsKey = !this.#inFlow;
    this.#dropKey(this.#keys.length - 1);
    this.#push(sign);
  }

  #insertKey({ index, start, column }: PossibleKey): void {
    if (!this.#inFlow && column > this.#indent) {
      this.#indents.push(column);
      this.tokens.splice(index, 0, { kind: 'block mapping', start }, { kind: '?', start });
    } else this.tokens.splice(index, 0, { kind: '?', start });
  }

  #startBlock(kind: 'block sequence' | 'block mapping', message: string): void {
    if (!this.#allowsKey) throw this.#fault(message);
    const { at, column } = this.#cursor;
    if (column <= this.#indent) return;
    this.#indents.push(column);
    this.tokens.push({ kind, start: at });
  }

  #blockScalar(): void {
    if (this.#inFlow) throw this.#fault("a block scalar can't stand in brackets");
    this.#dropKey(0);
    this.tokens.push(scanBlockScalar(this.#cursor, this.#indent));
    this.#allowsKey = true;
  }

  #plain(): void {
    this.#saveKey();
    const { token, endsLine } = scanPlain(this.#cursor, this.#inFlow ? undefined : this.#indent);
    this.tokens.push(token);
    this.#allowsKey = endsLine;
  }

  #keyable(read: (cursor: Cursor) => Token): void {
    this.#saveKey();
    this.tokens.push(read(this.#cursor));
    this.#allowsKey = false;
  }

  #endDocument(kind: '---' | '...' | 'end', length: number): void {
    this.#leaveBlocks();
    this.#push(kind, length);
  }

  #leaveBlocks(): void {
    if (!this.#inFlow) this.#unwind(-1);
    this.#dropKey(this.#keys.length - 1);
    this.#allowsKey = false;
  }

  #unwind(column: number): void {
    while (this.#indent > column) {
      this.#indents.pop();
      this.tokens.push({ kind: 'block end', start: this.#cursor.at });
    }
  }

  #push(kind: Sign, length = 1): void {
    this.tokens.push({ kind, start: this.#cursor.at });
    this.#cursor.at += length;
  }

  #saveKey(): void {
    if (!this.#allowsKey) return;
    const level = this.#keys.length - 1;
    this.#dropKey(level);
    const { at, line, column } = this.#cursor;
    const required = !this.#inFlow && this.#indent === column;
    this.#keys[level] = { index: this.tokens.length, start: at, line, column, required };
  }

  /** Forgets a token that turned out not to be a key. */
  #dropKey(level: number): void {
    const key = this.#keys[level];
    this.#keys[level] = undefined;
    if (key?.required === true) {
      throw new YamlFault('yaml/well-formed', 'expected a colon behind this key', key.start);
    }
  }

  #fault(message: string): YamlFault {
    return new YamlFault('yaml/well-formed', message, this.#cursor.at);
  }
}
