import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { Document, isMap, isScalar, parse, parseDocument, Scalar, visit } from 'yaml';
import type { EditionSpec } from '../../spec/edition.ts';
import type { FindFile } from '../../spec/generated/find-file.ts';
import findSchema from '../../spec/schemas/find.schema.json' with { type: 'json' };
import type { Edition } from '../edition.ts';
import { editionWithId, findEdition } from '../editions/find-edition.ts';
import type { Register } from '../editions/register.ts';
import { isRequirement, type Expected } from '../case/case.ts';
import { yamlText } from '../files/yaml-text.ts';
import type { Find } from './find.ts';

export type FindReading =
  { readonly kind: 'read'; readonly find: Find } | { readonly kind: 'refused'; readonly reason: string };

const HEAD = ' A saved find: `dstack-conformance replay THIS_FILE -- COMMAND` asks it again.';

/** Writes a find as YAML for people to read. Equal finds get the same bytes. */
export function findText(find: Find): string {
  const { edition, input, expected, requirements, failure, found } = find;
  const file: FindFile = {
    format: 1,
    edition: edition.id,
    input: input.kind,
    text: input.text,
    failure: { kind: failure.kind, path: failure.path },
    requirements: [...requirements],
    expected: expectedInFile(expected),
    found: { suite: found.suite, seed: found.seed },
  };
  const readable = render(file, isPlainText(input.text) ? Scalar.BLOCK_LITERAL : Scalar.QUOTE_DOUBLE);
  return textIn(readable) === input.text ? readable : render(file, Scalar.QUOTE_DOUBLE);
}

/** Returns the edition that the text of a written find names; undefined if it names none. */
export function editionNamedIn(text: string): string | undefined {
  return /^edition: (\S+)$/m.exec(text)?.[1];
}

/**
 * Reads the text of a find of one of these editions. It does not check whether the find is still right. A find that
 * names no edition is older than the key, and of the first edition.
 */
export async function readFind(text: string, editions: Register): Promise<FindReading> {
  const value = valueOf(text);
  if (value instanceof Error) return refused(value.message.split('\n')[0] ?? 'it is no YAML');
  const isFile = findValidator();
  if (!isFile(value)) {
    const [wrong] = isFile.errors ?? [];
    return refused(
      `${wrong?.instancePath === '' ? 'it' : (wrong?.instancePath ?? 'it')} ${wrong?.message ?? 'is no find'}`,
    );
  }
  const named =
    value.edition === undefined ? findEdition(editions, undefined) : editionWithId(editions, value.edition);
  if (named.kind === 'unknown') return refused(named.reason);
  const edition = await named.edition.load();
  const expected = readExpected(edition, value.expected);
  if (typeof expected === 'string') return refused(expected);
  const unknown = value.requirements.find((id) => !isRequirement(id));
  if (unknown !== undefined) return refused(`there is no requirement ${unknown}`);
  const { input: kind, text: literal, failure, found } = value;
  const requirements = value.requirements.filter(isRequirement);
  return {
    kind: 'read',
    find: { edition, input: { kind, text: literal }, expected, requirements, failure, found },
  };
}

/**
 * Returns the value of a YAML document, or the reason why it can't be read. An alias to nothing is noticed only here,
 * when values are made.
 */
function valueOf(text: string): unknown {
  const document = parseDocument(text, { logLevel: 'error' });
  const [error] = document.errors;
  if (error !== undefined) return error;
  try {
    return document.toJS();
  } catch (thrown) {
    return thrown instanceof Error ? thrown : new Error(String(thrown));
  }
}

function expectedInFile(expected: Expected): FindFile['expected'] {
  if (expected.kind === 'accepted')
    return { accepted: JSON.parse(expected.normal) as Record<string, unknown> };
  return { rejected: expected.violations.map(({ requirement, path }) => ({ requirement, path })) };
}

function readExpected({ spec, language }: Edition, expected: FindFile['expected']): Expected | string {
  if ('accepted' in expected) {
    if (!isNormal(spec, expected.accepted)) return 'what it expects is no normal form';
    return { kind: 'accepted', normal: language.stringify(expected.accepted) };
  }
  const violations = expected.rejected.flatMap(({ requirement, path }) =>
    isRequirement(requirement) ? [{ requirement, path }] : [],
  );
  const unknown = expected.rejected.find(({ requirement }) => !isRequirement(requirement));
  return unknown === undefined
    ? { kind: 'rejected', violations }
    : `there is no requirement ${unknown.requirement}`;
}

function render(file: FindFile, style: Scalar.Type): string {
  const document = new Document(file);
  document.commentBefore = HEAD;
  // The block styles that YAML chooses for some texts lose blanks at the ends of lines.
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value === 'string' && !isPlainLine(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  const literal = isMap(document.contents) ? document.contents.get('text', true) : undefined;
  if (isScalar(literal)) literal.type = style;
  return yamlText(document);
}

/** Reads a rendered find back and returns its text, or undefined if it can't be read. */
function textIn(rendered: string): unknown {
  try {
    const value: unknown = parse(rendered);
    return typeof value === 'object' && value !== null && 'text' in value ? value.text : undefined;
  } catch {
    return undefined;
  }
}

/** Returns whether every character can stand in a YAML block and is visible there. */
function isPlainText(text: string): boolean {
  return (
    /^[\n\u0020-\u007e\u00a1-\u00ac\u00ae-\u061b\u061d-\u1fff\u2070-\ud7ff]*$/.test(text) &&
    !/ (?:\n|$)/.test(text)
  );
}

/** Returns whether a text is one such line, with no blank at its ends. */
function isPlainLine(text: string): boolean {
  return isPlainText(text) && !text.includes('\n') && text.trim() === text;
}

function refused(reason: string): FindReading {
  return { kind: 'refused', reason };
}

let compiled: ValidateFunction<FindFile> | undefined;

/** Compiles the validator on first use, because the start of the program needs none. */
function findValidator(): ValidateFunction<FindFile> {
  compiled ??= new Ajv2020({ strict: false }).compile<FindFile>(findSchema);
  return compiled;
}

/** The validators of normal forms that were needed, by their schemas. */
const normals = new WeakMap<object, ValidateFunction>();

function isNormal({ normalSchema }: EditionSpec, value: unknown): boolean {
  const known = normals.get(normalSchema) ?? new Ajv2020({ strict: false }).compile(normalSchema);
  normals.set(normalSchema, known);
  return known(value);
}
