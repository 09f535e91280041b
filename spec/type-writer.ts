import { existsSync } from 'node:fs';
import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { readSchema, schemaUrl } from './schema-check.ts';

/** This module writes TypeScript types from the schemas. It is for the generator. */

/**
 * The schemas, and the generated file with the types of each. Of an edition's schemas only the normal form has types:
 * the schema of the document is for editors, and programs take a document as `unknown`.
 */
export const TYPED_SCHEMAS: ReadonlyMap<string, string> = new Map([
  ['protocol', 'protocol'],
  ['event-log', 'event-log'],
  ['report', 'report'],
  ['find', 'find-file'],
  ['certificate', 'certificate-file'],
  ['comparison', 'comparison-file'],
  ['trend', 'trend-file'],
  ['configuration', 'configuration-file'],
  ['edition', 'edition-file'],
  ['requirements', 'requirement-file'],
  ['page', 'page-file'],
  ['topics', 'topic-file'],
  ['divergences', 'divergence-file'],
  ['out-of-scope', 'out-of-scope-file'],
  ['later-names', 'later-names-file'],
]);

/** Writes the types of one schema as TypeScript. Returns `undefined` while there is no such schema. */
export async function writeTypes(name: string): Promise<string | undefined> {
  const file = schemaUrl(name);
  if (!existsSync(file)) return undefined;
  // Without its `$id`, a schema is resolved beside the other files and never over the network.
  const schema: JSONSchema = { ...readSchema(name), $id: undefined };
  const source = await compile(withoutDefaults(schema), name.split('/').at(-1) ?? name, {
    bannerComment: '',
    cwd: new URL('.', file).pathname,
    format: false,
    ignoreMinAndMaxItems: true,
  });
  return indent(source);
}

/** A `default` beside a `$ref` would make the compiler lose the name of the type; no schema has a key of that name. */
function withoutDefaults(schema: JSONSchema): JSONSchema {
  return JSON.parse(
    JSON.stringify(schema, (key, value: unknown) => (key === 'default' ? undefined : value)),
  ) as JSONSchema;
}

/** Indents by brackets, so that the generated files don't depend on a formatter or its version. */
function indent(source: string): string {
  let depth = 0;
  const lines = source.trim().split('\n');
  return lines
    .map((line) => {
      const text = line.trim();
      const comment = text.startsWith('*') || text.startsWith('/*');
      if (comment) return '  '.repeat(depth) + (text.startsWith('*') ? ` ${text}` : text);
      const closes = count(text, /[)}\]]/g);
      const opens = count(text, /[({[]/g);
      const own = /^[)}\]]/.test(text) ? depth - 1 : depth;
      depth += opens - closes;
      return text === '' ? '' : '  '.repeat(own) + text;
    })
    .join('\n');
}

function count(text: string, pattern: RegExp): number {
  const unquoted = text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '');
  return unquoted.match(pattern)?.length ?? 0;
}
