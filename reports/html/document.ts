import { isAlias, isMap, isScalar, isSeq, parseDocument, visit, type Document, type Node } from 'yaml';
import type { LogInput } from '../../spec/generated/event-log.ts';

/** A document in one notation, as lines, and the lines that a failure is about. */
export interface WrittenDocument {
  readonly notation: 'json' | 'yaml';
  /** True if the program was given this notation. */
  readonly isGiven: boolean;
  readonly text: string;
  /** The numbers of the marked lines, from 0. */
  readonly marked: ReadonlySet<number>;
}

/** A longer document, in characters, is shown only as it is. */
const LONGEST = 20_000;

/** Numerals that JSON and YAML write alike. */
const NUMERAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/**
 * Writes a document in the notation that was given, and in the other one where that is certain to mean the same. Marks
 * the places, which are JSON Pointers.
 */
export function writtenDocuments(
  { kind, text }: LogInput,
  places: readonly string[],
): readonly WrittenDocument[] {
  const read = text.length > LONGEST ? undefined : readAs(text);
  const json = read === undefined ? undefined : jsonLines(read.contents);
  const other = kind === 'json' ? 'yaml' : 'json';
  const given = kind === 'json' && json !== undefined ? json.join('\n') : text.trimEnd();
  const otherText =
    kind === 'yaml' ? json?.join('\n') : read === undefined || json === undefined ? undefined : asYaml(read);
  return [
    { notation: kind, isGiven: true, text: given, marked: linesOf(given, places) },
    ...(otherText === undefined
      ? []
      : [{ notation: other, isGiven: false, text: otherText, marked: linesOf(otherText, places) } as const]),
  ];
}

/** Reads a document as YAML 1.1, of which JSON is a part as far as it is shown here. */
function readAs(text: string): Document.Parsed | undefined {
  const read = parseDocument(text, { version: '1.1', merge: false, logLevel: 'silent', uniqueKeys: true });
  return read.errors.length > 0 || read.warnings.length > 0 ? undefined : read;
}

/** Writes a node as lines of JSON; undefined if JSON can't say the same. */
function jsonLines(node: unknown, indent = ''): string[] | undefined {
  if (isScalar(node)) {
    const scalar = jsonScalar(node.value, node.source);
    return node.tag !== undefined || scalar === undefined ? undefined : [scalar];
  }
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }) => {
      if (!isScalar(key) || typeof key.value !== 'string' || key.value === '<<') return undefined;
      const lines = jsonLines(value, `${indent}  `);
      return lines && [`${JSON.stringify(key.value)}: ${lines[0] ?? ''}`, ...lines.slice(1)];
    });
    return node.tag === undefined ? bracketed('{', entries, '}', indent) : undefined;
  }
  if (isSeq(node) && node.tag === undefined)
    return bracketed(
      '[',
      node.items.map((item) => jsonLines(item, `${indent}  `)),
      ']',
      indent,
    );
  return undefined;
}

function bracketed(
  open: string,
  entries: readonly (readonly string[] | undefined)[],
  close: string,
  indent: string,
): string[] | undefined {
  if (entries.length === 0) return [open + close];
  const lines: string[] = [open];
  for (const [index, entry] of entries.entries()) {
    if (entry === undefined) return undefined;
    const comma = index === entries.length - 1 ? '' : ',';
    lines.push(`${indent}  ${entry[0] ?? ''}${entry.length === 1 ? comma : ''}`, ...entry.slice(1, -1));
    if (entry.length > 1) lines.push(`${entry.at(-1) ?? ''}${comma}`);
  }
  return [...lines, `${indent}${close}`];
}

function jsonScalar(value: unknown, source: string | undefined): string | undefined {
  if (typeof value === 'number') return source !== undefined && NUMERAL.test(source) ? source : undefined;
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return JSON.stringify(value);
  return undefined;
}

/** Writes what was read from JSON as YAML in blocks. Numbers stay as they were written. */
function asYaml(read: Document.Parsed): string {
  visit(read, {
    Collection: (_, node) => {
      node.flow = false;
    },
    Scalar: (_, node) => {
      delete node.type;
    },
  });
  return read.toString({ lineWidth: 0 }).trimEnd();
}

/** Returns the lines on which the values at some places are written; the nearest place around one that is missing. */
function linesOf(text: string, places: readonly string[]): ReadonlySet<number> {
  const marked = new Set<number>();
  if (text.length > LONGEST || places.length === 0) return marked;
  const { contents } = parseDocument(text, { version: '1.1', logLevel: 'silent', uniqueKeys: false });
  for (const place of places) {
    const range = rangeAt(contents, place.split('/').slice(1).map(unescaped));
    if (range === undefined) continue;
    const last = lineAt(text, Math.max(range[0], range[1] - 1));
    for (let line = lineAt(text, range[0]); line <= last; line += 1) marked.add(line);
  }
  return marked;
}

/** Returns where the entry at the end of a path is written, or undefined if there is none. */
function rangeAt(root: Node | null, path: readonly string[]): readonly [number, number] | undefined {
  let [node, range]: [unknown, readonly [number, number] | undefined] = [root, undefined];
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === step);
      if (pair === undefined || !isScalar(pair.key)) return range;
      range = spanOf(pair.key.range, rangeOf(pair.value));
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      range = rangeOf(node) ?? range;
    } else return range;
  }
  return range;
}

function rangeOf(node: unknown): readonly [number, number] | undefined {
  if (!isScalar(node) && !isMap(node) && !isSeq(node) && !isAlias(node)) return undefined;
  return node.range === undefined || node.range === null ? undefined : [node.range[0], node.range[1]];
}

function spanOf(
  key: readonly number[] | null | undefined,
  value: readonly [number, number] | undefined,
): readonly [number, number] | undefined {
  const [start, end] = [key?.[0], value?.[1] ?? key?.[1]];
  return start === undefined || end === undefined ? undefined : [start, end];
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length - 1;
}

function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
