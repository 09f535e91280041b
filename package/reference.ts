/**
 * The entry `dstack-conformance/reference`: the reference interpreter. Its functions are pure, synchronous and total: a
 * document that is refused is a value.
 *
 * @module
 */
import {
  DEFAULT_EDITION,
  type DefaultEdition,
  type EditionId,
  type NormalFormOf,
} from './editions/normal-forms.ts';
import { LANGUAGES } from './editions/languages.ts';
import type { Reading } from '../reference/document/reading.ts';
import type { Violation } from '../reference/document/violation.ts';
import { explainReading, type Explained } from '../reference/explain.ts';
import { interpret as interpretIn, type Verdict } from '../reference/interpret.ts';
import { interpretReading } from '../reference/interpret-text.ts';
import { readJson } from '../reference/json/json.ts';
import type { AnyLanguage } from '../reference/language.ts';
import { readYaml } from '../reference/yaml/yaml.ts';

export type { EditionId, NormalFormOf } from './editions/normal-forms.ts';
export type { Explained } from '../reference/explain.ts';
export type { Origin } from '../reference/fields/origin.ts';
export type { Verdict } from '../reference/interpret.ts';
export type { Violation } from '../reference/document/violation.ts';

/** The way in which a text is written. */
export type TextKind = 'json' | 'yaml';

/** What all functions may be told. */
export interface ReadOptions<Id extends EditionId = DefaultEdition> {
  /** The edition that decides; the default is that of the reference page. */
  readonly edition?: Id;
}

/** The same, for functions that read text. */
export interface TextOptions<Id extends EditionId = DefaultEdition> extends ReadOptions<Id> {
  /** The default is YAML. JSON is read as JSON, where `1.0` stays a float and a key may not repeat. */
  readonly kind?: TextKind;
}

/** The result of the protocol's `normalize`: the normal form, or what the document breaks. */
export type Normalized<Normal extends object> =
  { readonly accepted: Normal } | { readonly rejected: readonly Violation[] };

/** The explanation of each value of the normal form, or what the document breaks. */
export type Explanation =
  | { readonly kind: 'accepted'; readonly values: readonly Explained[] }
  | { readonly kind: 'rejected'; readonly violations: readonly Violation[] };

/**
 * Interprets a value that JSON or YAML gave: its fully defaulted normal form, or everything that it breaks. It never
 * throws, whatever the value is.
 */
export function interpret<Id extends EditionId = DefaultEdition>(
  document: unknown,
  { edition }: ReadOptions<Id> = {},
): Verdict<NormalFormOf<Id>> {
  return typed<Id>(interpretIn(languageOf(edition), document));
}

/** Interprets a text. Each violation has its line and column, from 1, columns in UTF-16 units. */
export function interpretText<Id extends EditionId = DefaultEdition>(
  text: string,
  { edition, kind }: TextOptions<Id> = {},
): Verdict<NormalFormOf<Id>> {
  return typed<Id>(interpretReading(languageOf(edition), readText(text, kind)));
}

/** Answers a text as an implementation of the protocol does, which makes it one that `certify` takes. */
export function normalize<Id extends EditionId = DefaultEdition>(
  text: string,
  options: TextOptions<Id> = {},
): Normalized<NormalFormOf<Id>> {
  const verdict = interpretText(text, options);
  return verdict.kind === 'accepted' ? { accepted: verdict.normal } : { rejected: verdict.violations };
}

/** Explains where each value of the normal form of a text comes from, and which requirements decided it. */
export function explain<Id extends EditionId = DefaultEdition>(
  text: string,
  { edition, kind }: TextOptions<Id> = {},
): Explanation {
  const language = languageOf(edition);
  const reading = readText(text, kind);
  const verdict = interpretReading(language, reading);
  if (verdict.kind === 'rejected') return verdict;
  const values = reading.kind === 'read' ? [...explainReading(language, reading).values()] : [];
  return { kind: 'accepted', values };
}

/** @throws {RangeError} for an id that is no edition, which only callers without types can give. */
function languageOf(edition: EditionId = DEFAULT_EDITION): AnyLanguage {
  if (Object.hasOwn(LANGUAGES, edition)) return LANGUAGES[edition];
  throw new RangeError(`there is no edition ${edition}; there are ${Object.keys(LANGUAGES).join(', ')}`);
}

function readText(text: string, kind: TextKind = 'yaml'): Reading {
  return kind === 'json' ? readJson(text) : readYaml(text);
}

/** The language of an edition gives normal forms of that edition, which TypeScript can't follow through the table. */
function typed<Id extends EditionId>(verdict: Verdict): Verdict<NormalFormOf<Id>> {
  return verdict as Verdict<NormalFormOf<Id>>;
}
