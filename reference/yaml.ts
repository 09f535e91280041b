import { Composer, Parser, type CST, type Document } from 'yaml';
import { MAX_DEPTH, MAX_TEXT, MAX_VALUES } from './limits.ts';
import { parent } from './pointer.ts';
import { positionAt, type Position, type Reading } from './reading.ts';
import { violation, type Violation } from './violation.ts';
import { collectAnchors } from './yaml-anchors.ts';
import { Construction, type Offsets } from './yaml-construct.ts';
import { YamlFault } from './yaml-fault.ts';
import { indentContinuations } from './yaml-indent.ts';
import { findForbidden } from './yaml-strict.ts';

/** An error of the library that is none to the release: `[a]#comment`. */
const COMMENT_WITHOUT_SPACE = 'Comments must be separated';

/**
 * Reads YAML as the release does: version 1.1, one document, the last of two equal keys wins.
 * Errors are violations with line and column, never exceptions.
 *
 * A library splits the text into nodes; what they mean is decided here (`yaml-construct.ts`, `yaml-scalar.ts`), and
 * what the library lets pass and the release does not is found by `yaml-strict.ts`.
 */
export function readYaml(text: string): Reading {
  // NON-SPEC: bounds the document's size.
  if (text.length > MAX_TEXT)
    return refuse(violation('yaml/well-formed', `longer than ${MAX_TEXT} characters`));
  const source = new Source(text);
  try {
    const { value, offsets } = constructText(source);
    return {
      kind: 'read',
      document: value,
      locate: (pointer, part) => locate(source, offsets, pointer, part),
    };
  } catch (error) {
    if (!(error instanceof YamlFault)) throw error;
    return refuse({ ...violation(error.requirement, error.message), ...source.position(error.offset) });
  }
}

function refuse(broken: Violation): Reading {
  return { kind: 'refused', violations: [broken] };
}

/** The text as the library takes it, and the way back from its offsets to lines and columns of the original. */
class Source {
  readonly text: string;
  readonly tokens: readonly CST.Token[];
  readonly #shifts: ReadonlyMap<number, number>;

  constructor(original: string) {
    const { text, shifts } = indentContinuations(withLineFeeds(original), tokenize);
    this.text = text;
    this.tokens = tokenize(text);
    this.#shifts = shifts;
  }

  position(offset: number): Position {
    const { line, column } = positionAt(this.text, offset);
    return { line, column: Math.max(1, column - (this.#shifts.get(line) ?? 0)) };
  }
}

function constructText({ text, tokens }: Source): { readonly value: unknown; readonly offsets?: Offsets } {
  const deepest = depthOf(tokens);
  // NON-SPEC: bounds the document's depth.
  if (deepest.depth > MAX_DEPTH) {
    throw new YamlFault('yaml/well-formed', `nested deeper than ${MAX_DEPTH}`, deepest.offset);
  }
  findForbidden(text, tokens);
  const [first, second] = compose(tokens);
  if (second !== undefined) {
    throw new YamlFault('yaml/single-document', 'a file holds one document', second.range[0]);
  }
  if (first?.contents == null) return { value: null };
  const construction = new Construction(collectAnchors(first), MAX_VALUES, text.length);
  return { value: construction.value(first.contents, ''), offsets: construction.offsets };
}

/** yaml/line-endings: to the release a lone CR and NEL end a line too, and a byte-order mark is nothing. */
function withLineFeeds(text: string): string {
  return text.replace(/^\ufeff/, '').replaceAll(/\r(?!\n)|\x85/g, '\n');
}

function tokenize(text: string): CST.Token[] {
  return [...new Parser().parse(text)];
}

/** How deep tokens nest, and where; without recursion, as they may nest too deep for it. */
function depthOf(tokens: readonly CST.Token[]): { readonly depth: number; readonly offset: number } {
  const waiting = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { token, depth } = next;
    if (depth > MAX_DEPTH) return { depth, offset: token.offset };
    for (const inner of partsOf(token)) waiting.push({ token: inner, depth: depth + 1 });
  }
  return { depth: 0, offset: 0 };
}

function partsOf(token: CST.Token): CST.Token[] {
  if (token.type === 'document') return token.value === undefined ? [] : [token.value];
  if (!('items' in token)) return [];
  return token.items.flatMap((item) => [item.key, item.value]).filter((part) => part != null);
}

/** The documents of the text; the first fault found refuses it. */
function compose(tokens: readonly CST.Token[]): Document.Parsed[] {
  const composer = new Composer({
    version: '1.1',
    schema: 'failsafe',
    merge: false,
    uniqueKeys: false,
    resolveKnownTags: false,
    keepSourceTokens: true,
    prettyErrors: false,
  });
  const documents = [...composer.compose(tokens)].filter(
    (each, index) => index === 0 || each.contents !== null || each.directives.docStart === true,
  );
  for (const { errors } of documents) {
    const error = errors.find((each) => !each.message.startsWith(COMMENT_WITHOUT_SPACE));
    if (error !== undefined) throw new YamlFault('yaml/well-formed', error.message, error.pos[0]);
  }
  return documents;
}

/** The place of a value or of its key, or of the nearest value around it that has one. */
function locate(
  source: Source,
  offsets: Offsets | undefined,
  pointer: string,
  part: 'key' | 'value',
): Position | undefined {
  const ofKey = part === 'key' ? offsets?.keys.get(pointer) : undefined;
  if (ofKey !== undefined) return source.position(ofKey);
  for (let at = pointer; ; at = parent(at)) {
    const offset = offsets?.values.get(at);
    if (offset !== undefined) return source.position(offset);
    if (at === '') return undefined;
  }
}
