import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { readJson } from '../../reference/json/json.ts';
import type { Reading } from '../../reference/document/reading.ts';
import { violation } from '../../reference/document/violation.ts';
import { readYaml } from '../../reference/yaml/yaml.ts';
import { errorText } from '../error-text.ts';
import { decodeUtf8, withoutMark, type Utf8Fault } from './utf8.ts';

/** A file that was given to a command. `-` means standard input. */
export type SourceFile =
  | { readonly kind: 'text'; readonly name: string; readonly text: string }
  | { readonly kind: 'not-utf8'; readonly name: string; readonly fault: Utf8Fault }
  | { readonly kind: 'unreadable'; readonly name: string; readonly reason: string };

/** A file with some content, be it text or not. */
export type ReadableFile = Exclude<SourceFile, { kind: 'unreadable' }>;

/** Reads a file as UTF-8. */
export async function readSource(path: string): Promise<SourceFile> {
  const name = path === '-' ? '<stdin>' : path;
  try {
    const decoded = decodeUtf8(path === '-' ? await buffer(process.stdin) : await readFile(path));
    return { ...decoded, name };
  } catch (error) {
    return { kind: 'unreadable', name, reason: errorText(error) };
  }
}

/**
 * Reads the document in a file, as JSON if the name says so, and otherwise as YAML, of which JSON is nearly a part.
 * yaml/well-formed: A file that is not well-formed YAML is refused.
 * yaml/line-endings: Lines may end in LF or CRLF, and the file may start with a byte-order mark.
 * Bytes that are not UTF-8 are no text at all, so they are not well-formed either.
 */
export function readDocument(source: ReadableFile): Reading {
  if (source.kind === 'text') {
    return source.name.endsWith('.json') ? readJson(withoutMark(source.text)) : readYaml(source.text);
  }
  const { message, line, column } = source.fault;
  return { kind: 'refused', violations: [{ ...violation('yaml/well-formed', message), line, column }] };
}

/** The text of a file as messages may show it. */
export function shownText(source: ReadableFile): string {
  return source.kind === 'text' ? source.text : source.fault.shown;
}
