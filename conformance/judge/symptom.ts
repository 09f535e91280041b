import { ABOUT_TEXT, COMMON_TO_DOCUMENTS, NAMES_AT, PLACE_IS_KEY } from '../../spec/generated/attributes.ts';
import type { Level } from '../../spec/edition.ts';
import { levelIn } from '../../spec/level.ts';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import { parent } from '../../reference/document/pointer.ts';
import type { TestCase } from '../case/case.ts';
import { restsOn } from '../case/generated-cases.ts';
import { cut } from '../protocol/cut.ts';
import type { FaultKind } from '../protocol/fault.ts';
import { isMapping, parseJson } from '../protocol/parsed-json.ts';
import type { CaseResult, Difference, Fail } from './outcome.ts';

export type SymptomKind =
  | 'accepted-invalid'
  | 'rejected-valid'
  | 'wrong-value'
  /** The value is right only because reading the answer fills it in. */
  | 'left-out'
  | 'crash'
  | 'hang'
  | FaultKind;

/** One way in which an answer is wrong. An answer with several wrong values has several symptoms. */
export interface Symptom {
  readonly kind: SymptomKind;
  /**
   * The place, with `*` for parts that differ between documents: in the normal form for a wrong value, in the document
   * for a verdict. `''` if no place is known, and for a whole answer that leaves out many values.
   */
  readonly path: string;
  readonly level: Level;
  /** The broken requirements, as far as one answer shows. For a crash, these are all that the document rests on. */
  readonly requirements: readonly RequirementId[];
  /** The program's message about the failure, without details that differ from case to case; empty if there is none. */
  readonly said: string;
  /** The wrong value. Only `wrong-value` has it. */
  readonly difference?: Difference;
}

/** Returns the symptoms of a result. A result that is no failure has none. */
export function symptomsOf(result: CaseResult): Symptom[] {
  const { test, outcome, stderr = '' } = result;
  switch (outcome.kind) {
    case 'fail':
      return symptomsOfFail(result, outcome);
    case 'crash':
    case 'hang':
      return [brokenRun(outcome.kind, test, `${outcome.message}\n${lastLine(stderr)}`)];
    case 'protocol-error':
      return [brokenRun(outcome.fault.kind, test, outcome.fault.message)];
    case 'pass':
    case 'unsupported':
    case 'not-run':
      return [];
  }
}

function brokenRun(kind: SymptomKind, test: TestCase, said: string): Symptom {
  return { kind, path: '', level: 'documented', requirements: restsOn(test), said: withoutDetails(said) };
}

/**
 * Returns the key of a symptom. Symptoms with equal keys may have one cause; those with different keys are
 * distinguished.
 */
export function symptomKey({
  kind,
  path,
  requirements,
}: Pick<Symptom, 'kind' | 'path' | 'requirements'>): string {
  return JSON.stringify(kind === 'accepted-invalid' ? [kind, path, ...requirements] : [kind, path]);
}

/**
 * Returns the requirements that a failure is about, once its document is shrunk. Another failure with the same key
 * that is about all of these too seems to have the same cause. Empty if every document fails in this way.
 */
export function essenceOf(symptom: Symptom, test: TestCase): ReadonlySet<RequirementId> {
  switch (symptom.kind) {
    case 'accepted-invalid':
      return new Set();
    default:
      return new Set([...subjectsOf(symptom, test)].filter((id) => !COMMON_TO_DOCUMENTS.has(id)));
  }
}

/** Returns all requirements that a failure may be about. */
export function subjectsOf(symptom: Symptom, test: TestCase): ReadonlySet<RequirementId> {
  if (symptom.kind === 'left-out') return new Set(symptom.requirements);
  if (symptom.kind !== 'wrong-value') return new Set(restsOn(test));
  return new Set([...symptom.requirements, ...restsOn(test).filter((id) => ABOUT_TEXT.has(id))]);
}

/** An answer that leaves out more values than this leaves them out as a whole. It is one symptom, without a place. */
const MANY_LEFT_OUT = 4;

function symptomsOfFail(result: CaseResult, outcome: Fail): Symptom[] {
  const { expected, edition } = result.test;
  const { level } = outcome;
  if (expected.kind === 'rejected') {
    return expected.violations.map(({ requirement, path }) => ({
      kind: 'accepted-invalid',
      path: generalized(path, requirement),
      level: levelIn(edition.spec.levels, requirement),
      requirements: [requirement],
      said: '',
    }));
  }
  if (outcome.differences.length === 0) {
    const { path, said } = rejectionOf(result);
    // The requirements of the outcome decide the level. To find the cause, all requirements of the document are
    // compared.
    return [
      { kind: 'rejected-valid', path: generalized(path), level, requirements: restsOn(result.test), said },
    ];
  }
  const leftOut = outcome.differences.filter(({ kind }) => kind === 'left-out');
  const isWhole = leftOut.length > MANY_LEFT_OUT;
  return [
    ...(isWhole ? [leftOutAsAWhole(leftOut)] : []),
    ...outcome.differences
      .filter(({ kind }) => kind === 'wrong' || !isWhole)
      .map((difference) => symptomOfDifference(difference)),
  ];
}

function symptomOfDifference(difference: Difference): Symptom {
  const { kind, path, level, requirements } = difference;
  return {
    kind: kind === 'wrong' ? 'wrong-value' : kind,
    path: generalized(path),
    level,
    requirements,
    said: '',
    difference,
  };
}

function leftOutAsAWhole(differences: readonly Difference[]): Symptom {
  return {
    kind: 'left-out',
    path: '',
    level: differences.some(({ level }) => level === 'documented') ? 'documented' : 'observed',
    requirements: [...new Set(differences.flatMap(({ requirements }) => requirements))],
    said: '',
  };
}

/** A longer place is ignored, because no place in a document has this many characters. */
const LONGEST_PLACE = 500;

/** Returns the place that a rejection names, and its message. Only a JSON Pointer counts as a place. */
function rejectionOf({ received }: CaseResult): { readonly path: string; readonly said: string } {
  const nothing = { path: '', said: '' };
  if (received.kind !== 'result') return nothing;
  const parsed = parseJson(received.json);
  if (parsed.kind === 'invalid' || !isMapping(parsed.value) || !Array.isArray(parsed.value.rejected))
    return nothing;
  const [first] = parsed.value.rejected as unknown[];
  const { path, message } = isMapping(first) ? first : {};
  return {
    path: typeof path === 'string' && path.startsWith('/') && path.length <= LONGEST_PLACE ? path : '',
    said: typeof message === 'string' ? withoutDetails(message) : '',
  };
}

/** Replaces the parts of a place that differ between documents: indices, names of variables, and unknown fields. */
export function generalized(path: string, requirement?: RequirementId): string {
  if (requirement !== undefined && PLACE_IS_KEY.has(requirement)) return `${generalized(parent(path))}/*`;
  const names = NAMES_AT.find((place) => path.startsWith(`${place}/`));
  if (names !== undefined) return `${names}/*`;
  const [field, ...inner] = path.split('/').slice(1);
  if (field === undefined) return '';
  return ['', field, ...inner.map((step) => (/^\d+$/.test(step) ? '*' : step))].join('/');
}

/** Longer messages are cut after this many characters. */
const LONGEST_SAID = 200;

/** Removes the details of a message that differ from case to case: quoted text, numbers, addresses, paths of JSON. */
function withoutDetails(message: string): string {
  const short = cut(message, 10 * LONGEST_SAID);
  return cut(
    short
      .replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/g, '"…"')
      .replaceAll(/0x[0-9a-fA-F]+|\d+(?:\.\d+)?/g, '#')
      .trim(),
    LONGEST_SAID,
  );
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}
