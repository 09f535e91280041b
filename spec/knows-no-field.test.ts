import { describe, expect, test } from 'vitest';
import { readSchema } from './schema-check.ts';
import { isForTests, modulesBelow } from './testing/imports.ts';
import { SPEC } from './generated/editions/dstack-0.18.42/edition.ts';
import { EDITION } from './testing/edition.ts';

/**
 * The harness and the engines know requirements by their attributes and know no fields, so an edition with other
 * fields needs no change there.
 */

const ids = SPEC.requirements.map(({ id }) => id);

/** This code compares whole ids or asks for an attribute. Only editions and grammars name single requirements. */
const engines = ['conformance', 'generators', 'reports']
  .flatMap(modulesBelow)
  .filter(
    (module) => !isForTests(module) && !/\/(?:editions|meaning|spelling|misspelling)\//.test(module.path),
  );

/** Matches the rooms that must serve an edition with any fields. */
const FIELDLESS = /^conformance\/(?:judge|fuzz|log|runner|case)\//;

/** Words of the harness that are also names of fields. */
const OWN_WORDS: ReadonlySet<string> = new Set(['path']);

/** Returns the keys of the mappings that a schema describes, at any depth. */
function fieldNames(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = 'properties' in schema ? Object.keys(schema.properties as object) : [];
  return [...own, ...Object.values(schema).flatMap(fieldNames)];
}

/** Returns the file without its comments, which may give examples. */
function codeOf(text: string): string {
  return text.replaceAll(/^\s*(?:\/\*[\s\S]*?\*\/|\/\/.*$)/gm, '');
}

/** Returns the texts in quotes. */
function literals(code: string): string[] {
  return [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|`([^`$\n]*)[`$]/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
}

/** Returns the beginnings and ends of texts that code compares with. */
function endsAskedFor(code: string): { readonly method: string; readonly literal: string }[] {
  return [...code.matchAll(/\.(startsWith|endsWith)\(\s*['`]([^'`]+)['`]/g)].map((match) => ({
    method: match[1] ?? '',
    literal: match[2] ?? '',
  }));
}

function isPartOfAnId({ method, literal }: { readonly method: string; readonly literal: string }): boolean {
  return ids.some((id) => (method === 'startsWith' ? id.startsWith(literal) : id.endsWith(literal)));
}

describe('facts about requirements stand in their data', () => {
  test('no engine compares the beginning or the end of an id', () => {
    const wrong = engines.flatMap(({ path, text }) =>
      endsAskedFor(codeOf(text))
        .filter(isPartOfAnId)
        .map(({ method, literal }) => `${path}: ${method}('${literal}')`),
    );
    expect(wrong).toEqual([]);
  });

  test('no engine contains the first half of an id', () => {
    const halves = new Set(ids.map((id) => `${id.split('/')[0] ?? ''}/`));
    const wrong = engines.flatMap(({ path, text }) =>
      literals(codeOf(text))
        .filter((literal) => halves.has(literal))
        .map((literal) => `${path}: '${literal}'`),
    );
    expect(wrong).toEqual([]);
  });

  test('no room that asks, judges, groups or logs answers names a field', () => {
    const names = new Set(fieldNames(readSchema(`${EDITION}/task`)));
    expect(names).toContain('stop_duration');
    const rooms = engines.filter(({ path }) => FIELDLESS.test(path));
    expect(rooms).not.toEqual([]);
    const wrong = rooms.flatMap(({ path, text }) =>
      literals(codeOf(text))
        .filter((literal) => names.has(literal.split('/')[literal.startsWith('/') ? 1 : 0] ?? ''))
        .filter((literal) => !ids.some((id) => id === literal) && !OWN_WORDS.has(literal))
        .map((literal) => `${path}: '${literal}'`),
    );
    expect(wrong).toEqual([]);
  });
});
