import { Composer, CST, LineCounter, Parser, type Document } from 'yaml';
import { MAX_DEPTH, MAX_TEXT, MAX_VALUES } from './limits.ts';
import { parent } from './pointer.ts';
import type { Position, Reading } from './reading.ts';
import { violation, type Violation } from './violation.ts';
import { collectAnchors } from './yaml-anchors.ts';
import { Construction, type Offsets } from './yaml-construct.ts';
import { findForbidden } from './yaml-strict.ts';
import { YamlFault } from './yaml-fault.ts';

/**
 * Reads YAML as the release does: version 1.1, one document, the last of two equal keys wins.
 * Errors are violations with line and column, never exceptions.
 *
 * A library splits the text into nodes; what they mean is decided here (`yaml-construct.ts`, `yaml-scalar.ts`), and
 * what the library lets pass and the release does not is found by `yaml-strict.ts`.
 */
export function readYaml(text: string): Reading {
  const lines = new LineCounter();
  try {
    const { value, offsets } = constructText(text, lines);
    return { kind: 'read', document: value, locate: (pointer, part) => locate(offsets, pointer, part, lines) };
  } catch (error) {
    if (!(error instanceof YamlFault)) throw error;
    return { kind: 'refused', violations: [toViolation(error, lines)] };
  }
}

function constructText(text: string, lines: LineCounter): { readonly value: unknown; readonly offsets?: Offsets } {
  // NON-SPEC: bounds the document's size.
  if (text.length > MAX_TEXT) throw new YamlFault('yaml/well-formed', `longer than ${MAX_TEXT} characters`, 0);
  const tokens = tokenize(text, lines);
  findForbidden(text, tokens);
  const [first, second] = compose(tokens, lines);
  if (second !== undefined) {
    throw new YamlFault('yaml/single-document', 'a file holds one document', second.range[0]);
  }
  if (first?.contents == null) return { value: null };
  const construction = new Construction(collectAnchors(first), MAX_VALUES);
  return { value: construction.value(first.contents, ''), offsets: construction.offsets };
}

function tokenize(text: string, lines: LineCounter): CST.Token[] {
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const deepest = depthOf(tokens);
  // NON-SPEC: bounds the document's depth.
  if (deepest.depth > MAX_DEPTH) {
    throw new YamlFault('yaml/well-formed', `nested deeper than ${MAX_DEPTH}`, deepest.offset);
  }
  return tokens;
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
function compose(tokens: readonly CST.Token[], lines: LineCounter): Document.Parsed[] {
  const composer = new Composer({
    version: '1.1',
    schema: 'failsafe',
    merge: false,
    uniqueKeys: false,
    resolveKnownTags: false,
    prettyErrors: false,
    lineCounter: lines,
  });
  const documents = [...composer.compose(tokens)];
  for (const { errors } of documents) {
    const [error] = errors;
    if (error !== undefined) throw new YamlFault('yaml/well-formed', error.message, error.pos[0]);
  }
  return documents;
}

/** The place of a value or of its key, or of the nearest value around it that has one. */
function locate(
  offsets: Offsets | undefined,
  pointer: string,
  part: 'key' | 'value',
  lines: LineCounter,
): Position | undefined {
  const ofKey = part === 'key' ? offsets?.keys.get(pointer) : undefined;
  if (ofKey !== undefined) return positionOf(ofKey, lines);
  for (let at = pointer; ; at = parent(at)) {
    const offset = offsets?.values.get(at);
    if (offset !== undefined) return positionOf(offset, lines);
    if (at === '') return undefined;
  }
}

function positionOf(offset: number, lines: LineCounter): Position {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function toViolation(fault: YamlFault, lines: LineCounter): Violation {
  return { ...violation(fault.requirement, fault.message), ...positionOf(fault.offset, lines) };
}
