import { floatValue } from '../document/float.ts';
import { MAX_DEPTH, MAX_TEXT } from '../document/limits.ts';
import { step } from '../document/pointer.ts';
import { Lines, Places, readingOf, type Reading } from '../document/reading.ts';
import { violation } from '../document/violation.ts';

const BLANK = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/y;
// eslint-disable-next-line no-control-regex -- JSON forbids them in text
const STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const WORD = /true|false|null/y;

/**
 * Matches a number or key that `JSON.parse` may read otherwise than it is written. A match inside a text is harmless.
 */
const LOSSY = /[0-9]\.[0-9]*0(?![0-9])|[0-9][eE]|[0-9]{16}|-0|__proto__/;

/**
 * Reads JSON without losing what `JSON.parse` loses: `1.0` stays a float, integers keep all their digits, and a key
 * such as `__proto__` is a key. The last of two equal keys wins.
 */
export function readJson(text: string): Reading {
  if (text.length <= MAX_TEXT && !LOSSY.test(text) && !mayBeTooDeep(text)) {
    try {
      return reading(text, JSON.parse(text));
    } catch {
      // The text is read once more below, to locate the error.
    }
  }
  return readCarefully(text);
}

/** Returns whether a text has more brackets than may nest. */
function mayBeTooDeep(text: string): boolean {
  let left = MAX_DEPTH;
  for (const bracket of '[{') {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
      left -= 1;
      if (left < 0) return true;
    }
  }
  return false;
}

function readCarefully(text: string): Reading {
  const cursor = new Cursor(text);
  try {
    // NON-SPEC: bounds the document's size.
    if (text.length > MAX_TEXT) throw cursor.fault(`longer than ${MAX_TEXT} characters`);
    if (/^[ \t\n\r]*$/.test(text)) throw cursor.fault('the file is empty');
    return reading(text, cursor.whole());
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    const place = new Lines(text).positionAt(error.offset);
    return { kind: 'refused', violations: [{ ...violation('yaml/well-formed', error.message), ...place }] };
  }
}

function reading(text: string, document: unknown): Reading {
  return readingOf(document, new Lines(text), () => findPlaces(text));
}

/** Reads the text once more, to find the places of all values and keys. */
function findPlaces(text: string): Places {
  const places = new Places();
  new Cursor(text, places).whole();
  return places;
}

class JsonFault extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

class Cursor {
  readonly #text: string;
  readonly #places: Places | undefined;
  #at = 0;

  constructor(text: string, places?: Places) {
    this.#text = text;
    this.#places = places;
  }

  whole(): unknown {
    const value = this.#value(0, '');
    this.#take(BLANK);
    if (this.#at < this.#text.length) throw this.fault('something follows the JSON value');
    return value;
  }

  fault(message: string): JsonFault {
    return new JsonFault(message, this.#at);
  }

  #value(depth: number, pointer: string): unknown {
    this.#take(BLANK);
    this.#places?.values.set(pointer, this.#at);
    switch (this.#text[this.#at]) {
      case '{':
        return this.#mapping(this.#deeper(depth), pointer);
      case '[':
        return this.#list(this.#deeper(depth), pointer);
      case '"':
        return this.#string();
      case 't':
      case 'f':
      case 'n':
        return this.#word();
      default:
        return this.#number();
    }
  }

  /** NON-SPEC: bounds the document's depth. */
  #deeper(depth: number): number {
    if (depth >= MAX_DEPTH) throw this.fault(`nested deeper than ${MAX_DEPTH}`);
    return depth + 1;
  }

  #mapping(depth: number, pointer: string): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    const seen = this.#places === undefined ? undefined : new Set<string>();
    this.#at += 1;
    if (this.#accepts('}')) return {};
    do {
      this.#take(BLANK);
      const start = this.#at;
      const key = this.#string();
      const below = this.#places === undefined ? '' : pointer + step(key);
      if (seen?.has(key) === true) this.#places?.repeated.push({ pointer: below, offset: start });
      seen?.add(key);
      this.#places?.keys.set(below, start);
      if (!this.#accepts(':')) throw this.fault('expected a colon after the key');
      entries.push([key, this.#value(depth, below)]);
    } while (this.#accepts(','));
    if (!this.#accepts('}')) throw this.fault('expected a comma or the end of the mapping');
    // `fromEntries` makes an own key of every name, even of `__proto__`.
    return Object.fromEntries(entries);
  }

  #list(depth: number, pointer: string): unknown[] {
    const items: unknown[] = [];
    this.#at += 1;
    if (this.#accepts(']')) return items;
    do items.push(this.#value(depth, this.#places === undefined ? '' : pointer + step(items.length)));
    while (this.#accepts(','));
    if (!this.#accepts(']')) throw this.fault('expected a comma or the end of the list');
    return items;
  }

  #string(): string {
    const literal = this.#take(STRING);
    if (literal === undefined) throw this.fault('expected text in double quotes');
    return literal.includes('\\') ? String(JSON.parse(literal)) : literal.slice(1, -1);
  }

  #word(): boolean | null {
    const word = this.#take(WORD);
    if (word === undefined) throw this.fault('expected a JSON value');
    return word === 'null' ? null : word === 'true';
  }

  #number(): unknown {
    const start = this.#at;
    NUMBER.lastIndex = start;
    const match = NUMBER.exec(this.#text);
    if (match === null) throw this.fault('expected a JSON value');
    this.#at = NUMBER.lastIndex;
    const value = Number(match[0]);
    if (match[1] !== undefined || match[2] !== undefined) return floatValue(value);
    if (Object.is(value, -0)) return 0;
    return Number.isSafeInteger(value) ? value : BigInt(match[0]);
  }

  #accepts(sign: string): boolean {
    this.#take(BLANK);
    if (this.#text[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at = pattern.lastIndex;
    return found;
  }
}
