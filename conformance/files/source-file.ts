import { readFile } from 'node:fs/promises';
import { text as textOf } from 'node:stream/consumers';
import { readJson } from '../../reference/json/json.ts';
import type { Reading } from '../../reference/document/reading.ts';
import { readYaml } from '../../reference/yaml/yaml.ts';
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
