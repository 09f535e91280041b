import { readFile } from 'node:fs/promises';
import { text as textOf } from 'node:stream/consumers';
import { interpret, type Verdict } from '../../reference/interpret.ts';
import { readJson } from '../../reference/json/json.ts';
import type { Reading } from '../../reference/document/reading.ts';
import type { Violation } from '../../reference/document/violation.ts';
import { readYaml } from '../../reference/yaml/yaml.ts';
import { PLACE_IS_KEY } from '../../spec/generated/attributes.ts';
import { errorText } from '../error-text.ts';

/** A file that was given to a command. `-` means standard input. */
export type SourceFile =
  | { readonly kind: 'text'; readonly name: string; readonly text: string }
  | { readonly kind: 'unreadable'; readonly name: string; readonly reason: string };

/** Reads a file as UTF-8. */
export async function readSource(path: string): Promise<SourceFile> {
  const name = path === '-' ? '<stdin>' : path;
  try {
    const text = path === '-' ? await textOf(process.stdin) : await readFile(path, 'utf8');
    return { kind: 'text', name, text };
  } catch (error) {
    return { kind: 'unreadable', name, reason: errorText(error) };
  }
}

/** Reads a document as JSON if the name says so, and otherwise as YAML, of which JSON is nearly a part. */
export function readDocument(name: string, text: string): Reading {
  return name.endsWith('.json') ? readJson(text) : readYaml(text);
}

/** Interprets a reading. Each violation gets its place in the text. */
export function interpretReading(reading: Reading): Verdict {
  if (reading.kind === 'refused') return { kind: 'rejected', violations: reading.violations };
  const verdict = interpret(reading.document);
  if (verdict.kind === 'accepted') return verdict;
  return { kind: 'rejected', violations: verdict.violations.map((each) => locate(each, reading)) };
}

/** Locates a violation: an unknown field at its key, every other violation at its value. */
function locate(violation: Violation, reading: Extract<Reading, { kind: 'read' }>): Violation {
  const part = PLACE_IS_KEY.has(violation.requirement) ? 'key' : 'value';
  return { ...violation, ...reading.locate(violation.path, part) };
}
