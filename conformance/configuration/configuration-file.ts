import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { Position } from '../../reference/document/reading.ts';
import { steps } from '../../reference/document/pointer.ts';
import { errorText } from '../error-text.ts';
import type { ConfigurationFile } from '../../spec/generated/configuration-file.ts';
import schema from '../../spec/schemas/configuration.schema.json' with { type: 'json' };
import { describeFault } from './configuration-fault.ts';

/** An error in the file, with its place. */
export interface ConfigurationError extends Position {
  readonly message: string;
}

export type ConfigurationReading =
  | {
      readonly kind: 'read';
      readonly configuration: ConfigurationFile;
      /** Returns the place of the value of a key. */
      readonly placeOf: (key: string) => Position;
    }
  /** In the order of the file. */
  | { readonly kind: 'refused'; readonly errors: readonly ConfigurationError[] };

/** Reads the text of a configuration file. An empty one is right, and says nothing. */
export function readConfiguration(text: string): ConfigurationReading {
  const lines = new LineCounter();
  const document: Document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const unreadable = document.errors.map(({ pos: [at], message }) => errorAt(lines, at, message));
  if (unreadable.length > 0) return { kind: 'refused', errors: unreadable };
  const value = valueOf(document);
  if (value instanceof Error) return { kind: 'refused', errors: [errorAt(lines, 0, errorText(value))] };
  const isConfiguration = validator();
  if (isConfiguration(value)) {
    return {
      kind: 'read',
      configuration: value,
      placeOf: (key) => positionAt(lines, valueOffset(document, [key])),
    };
  }
  const faults = (isConfiguration.errors ?? []).map(
    (fault) => [offsetOf(document, fault), describeFault(fault)] as const,
  );
  const inOrder = [...faults].sort(([one], [other]) => one - other);
  return { kind: 'refused', errors: inOrder.map(([offset, message]) => errorAt(lines, offset, message)) };
}

/** Returns the value of a document. An alias to nothing is noticed only here. */
function valueOf(document: Document): unknown {
  try {
    const value: unknown = document.toJS();
    return value ?? {};
  } catch (thrown) {
    return thrown instanceof Error ? thrown : new Error(String(thrown));
  }
}

function errorAt(lines: LineCounter, offset: number, message: string): ConfigurationError {
  return { ...positionAt(lines, offset), message };
}

function positionAt(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

/** Returns where a fault is in the text: at its key if the key is wrong, else at its value. */
function offsetOf(document: Document, { instancePath, params }: ErrorObject): number {
  const key: unknown = params['additionalProperty'] ?? params['property'];
  return typeof key === 'string' ? keyOffset(document, key) : valueOffset(document, steps(instancePath));
}

function valueOffset(document: Document, place: readonly string[]): number {
  const node = document.getIn(place, true);
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

function keyOffset({ contents }: Document, name: string): number {
  if (!isMap(contents)) return 0;
  const pair = contents.items.find(({ key }) => isScalar(key) && key.value === name);
  return isNode(pair?.key) ? (pair.key.range?.[0] ?? 0) : 0;
}

let compiled: ValidateFunction<ConfigurationFile> | undefined;

/** Compiles the validator on first use, because the start of the program needs none. */
function validator(): ValidateFunction<ConfigurationFile> {
  compiled ??= new Ajv2020({ strict: false, allErrors: true }).compile<ConfigurationFile>(schema);
  return compiled;
}
