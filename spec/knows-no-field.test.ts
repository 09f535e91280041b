import { describe, expect, test } from 'vitest';
import { requirements } from './catalogue.ts';
import { readSchema } from './schema-check.ts';
import { isForTests, modulesBelow } from './testing/imports.ts';

/**
 * The harness and the engines know requirements by their attributes and fields not at all: an edition with other
 * fields needs no change there.
 */

const ids = requirements().map(({ id }) => id);

/** Code that compares ids as wholes, or asks for an attribute. Editions and grammars name requirements of their own. */
const engines = ['conformance', 'generators', 'reports']
  .flatMap(modulesBelow)
  .filter(
    (module) => !isForTests(module) && !/\/(?:editions|meaning|spelling|misspelling)\//.test(module.path),
  );

/** The rooms that must serve an edition with any fields. */
const FIELDLESS = /^conformance\/(?:judge|fuzz|log|runner|case)\//;

/** Words of the harness that are names of fields too. */
const OWN_WORDS: ReadonlySet<string> = new Set(['path']);

/** Keys of the mappings that a schema describes, however deep. */
function fieldNames(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = 'properties' in schema ? Object.keys(schema.properties as object) : [];
  return [...own, ...Object.values(schema).flatMap(fieldNames)];
}

/** The file without its comments, which may give examples. */
function codeOf(text: string): string {
  return text.replaceAll(/^\s*(?:\/\*[\s\S]*?\*\/|\/\/.*$)/gm, '');
}

/** Texts in quotes. */
function literals(code: string): string[] {
  return [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|`([^`$\n]*)[`$]/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
}

/** What code compares the beginning or the end of a text with. */
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

  test('no engine says the first half of an id', () => {
    const halves = new Set(ids.map((id) => `${id.split('/')[0] ?? ''}/`));
    const wrong = engines.flatMap(({ path, text }) =>
      literals(codeOf(text))
        .filter((literal) => halves.has(literal))
        .map((literal) => `${path}: '${literal}'`),
    );
    expect(wrong).toEqual([]);
  });

  test('no field is named where answers are asked for, judged, grouped and logged', () => {
    const names = new Set(fieldNames(readSchema('task')));
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
