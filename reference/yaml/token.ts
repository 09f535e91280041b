import { YamlFault } from './fault.ts';

/** Signs, and the starts and ends of block collections, which only the indentation shows. */
export type Sign =
  | '---'
  | '...'
  | 'block sequence'
  | 'block mapping'
  | 'block end'
  | '['
  | ']'
  | '{'
  | '}'
  | ','
  | '-'
  | '?'
  | ':'
  | 'end';

/** A token of a YAML text and the offset where it starts. A fault stands where the text can't be read on. */
export type Token =
  | { readonly kind: Sign; readonly start: number }
  | { readonly kind: 'version'; readonly start: number; readonly major: string }
  | { readonly kind: 'handle'; readonly start: number; readonly handle: string; readonly prefix: string }
  | { readonly kind: 'other directive'; readonly start: number }
  | { readonly kind: 'anchor'; readonly start: number; readonly name: string }
  | { readonly kind: 'alias'; readonly start: number; readonly name: string }
  | TagToken
  | ScalarToken
  | { readonly kind: 'fault'; readonly start: number; readonly fault: YamlFault };

/** `!!str` has the handle `!!` and the suffix `str`; `!<…>` and a bare `!` have no handle. */
export interface TagToken {
  readonly kind: 'tag';
  readonly start: number;
  readonly handle: string | undefined;
  readonly suffix: string;
}

export interface ScalarToken {
  readonly kind: 'scalar';
  readonly start: number;
  readonly text: string;
  readonly plain: boolean;
}

export type Kind = Token['kind'];

export type TokenOf<K extends Kind> = Extract<Token, { readonly kind: K }>;

const END: Token = { kind: 'end', start: 0 };

/** A position among the tokens of a text. A fault is thrown only when the position reaches it. */
export class Tokens {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get current(): Token {
    const token = this.#tokens[this.#at] ?? END;
    if (token.kind === 'fault') throw token.fault;
    return token;
  }

  sees(kind: Kind): boolean {
    return this.current.kind === kind;
  }

  seesOneOf(kinds: readonly Kind[]): boolean {
    return kinds.includes(this.current.kind);
  }

  next(): Token {
    const token = this.current;
    this.#at += 1;
    return token;
  }

  expect(kind: Kind, what: string): void {
    if (!this.sees(kind)) throw this.unexpected(what);
    this.#at += 1;
  }

  unexpected(expected: string): YamlFault {
    const { kind, start } = this.current;
    return new YamlFault('yaml/well-formed', `expected ${expected}, but found ${kind}`, start);
  }
}
