import { LEVELS, type Level, type RequirementId } from '../../spec/generated/levels.ts';
import { parent } from '../../reference/pointer.ts';
import type { TestCase } from '../case/case.ts';
import type { FaultKind } from '../protocol/fault.ts';
import { restsOn } from '../case/generated-cases.ts';
import type { CaseResult, Difference, Fail } from '../judge/outcome.ts';
import { isMapping, parseJson } from '../protocol/parsed-json.ts';

export type SymptomKind =
  'accepted-invalid' | 'rejected-valid' | 'wrong-value' | 'crash' | 'hang' | FaultKind;

/** One way in which an answer is wrong. An answer with several wrong values has several. */
export interface Symptom {
  readonly kind: SymptomKind;
  /**
   * Where, with `*` for what differs from document to document: in the normal form for a wrong value, in the document
   * for a verdict; `''` where nobody said.
   */
  readonly path: string;
  readonly level: Level;
  /** What is broken, as far as one answer can tell; of a crash, all that the document rests on. */
  readonly requirements: readonly RequirementId[];
  /** The wrong value, for `wrong-value` alone. */
  readonly difference?: Difference;
}

/** What is wrong with a result; empty for one that is no failure. */
export function symptomsOf(result: CaseResult): Symptom[] {
  const { test, outcome } = result;
  switch (outcome.kind) {
    case 'fail':
      return symptomsOfFail(result, outcome);
    case 'crash':
    case 'hang':
      return [{ kind: outcome.kind, path: '', level: 'documented', requirements: restsOn(test) }];
    case 'protocol-error':
      return [{ kind: outcome.fault.kind, path: '', level: 'documented', requirements: restsOn(test) }];
    case 'pass':
    case 'unsupported':
    case 'not-run':
      return [];
  }
}

/** Symptoms with equal keys may have one cause; those with different keys are told apart. */
export function symptomKey({ kind, path, requirements }: Symptom): string {
  return JSON.stringify(kind === 'accepted-invalid' ? [kind, path, ...requirements] : [kind, path]);
}

/** Rest below nearly every document: they tell nothing about what is special in one. */
const GENERAL: ReadonlySet<RequirementId> = new Set([
  'type/task',
  'commands/list',
  'text/given',
  'resources/mapping',
]);

/**
 * What a failure is about, once its document is as small as it gets: another failure with the same key that is about
 * all of this too has the same cause, as far as anyone can tell. Empty where every document fails so.
 */
export function essenceOf(symptom: Symptom, test: TestCase): ReadonlySet<RequirementId> {
  switch (symptom.kind) {
    case 'accepted-invalid':
      return new Set();
    default:
      return new Set([...subjectsOf(symptom, test)].filter((id) => !GENERAL.has(id)));
  }
}

/** All that a failure may be about. */
export function subjectsOf(symptom: Symptom, test: TestCase): ReadonlySet<RequirementId> {
  if (symptom.kind !== 'wrong-value') return new Set(restsOn(test));
  return new Set([...symptom.requirements, ...restsOn(test).filter((id) => id.startsWith('yaml/'))]);
}

function symptomsOfFail(result: CaseResult, outcome: Fail): Symptom[] {
  const { expected } = result.test;
  const { level, requirements } = outcome;
  if (expected.kind === 'rejected') {
    return expected.violations.map(({ requirement, path }) => ({
      kind: 'accepted-invalid',
      path: generalized(path, requirement),
      level: LEVELS[requirement],
      requirements: [requirement],
    }));
  }
  if (outcome.differences.length === 0) {
    return [{ kind: 'rejected-valid', path: generalized(reportedPath(result)), level, requirements }];
  }
  return outcome.differences.map((difference) => ({
    kind: 'wrong-value',
    path: generalized(difference.path),
    level: difference.level,
    requirements: difference.requirements,
    difference,
  }));
}

/** No place in a document is as deep, in characters. */
const LONGEST_PLACE = 500;

/** The place that a rejection names. Anything but a JSON Pointer is no place. */
function reportedPath({ received }: CaseResult): string {
  if (received.kind !== 'result') return '';
  const parsed = parseJson(received.json);
  if (parsed.kind === 'invalid' || !isMapping(parsed.value) || !Array.isArray(parsed.value.rejected))
    return '';
  const [first] = parsed.value.rejected as unknown[];
  const path = isMapping(first) ? first.path : undefined;
  return typeof path === 'string' && path.startsWith('/') && path.length <= LONGEST_PLACE ? path : '';
}

/** Places in a list, names of variables and of unknown fields differ from document to document. */
export function generalized(path: string, requirement?: RequirementId): string {
  if (requirement?.endsWith('known-fields') === true) return `${generalized(parent(path))}/*`;
  const [field, ...inner] = path.split('/').slice(1);
  if (field === undefined) return '';
  const isVariable = field === 'env' && inner.length > 0;
  const general = isVariable ? ['*'] : inner.map((step) => (/^\d+$/.test(step) ? '*' : step));
  return ['', field, ...general].join('/');
}
