import { ROOT_REQUIREMENT } from '../../spec/generated/attributes.ts';
import type { RequirementId } from '../../spec/generated/levels.ts';
import { caseDigest, type Expected, type Input, type TestCase } from '../case/case.ts';
import { defectOf } from '../soundness/suite-defect.ts';

/** A document that an implementation got wrong, kept literally, with the right answer. */
export interface Find {
  readonly input: Input;
  readonly expected: Expected;
  /** The most telling one first. */
  readonly requirements: readonly RequirementId[];
  readonly failure: FailureName;
  readonly found: { readonly suite: string; readonly seed: number };
}

/** How it failed: a kind of symptom, and a JSON Pointer with `*` for what differs from document to document. */
export interface FailureName {
  readonly kind: string;
  readonly path: string;
}

/** The question that a find asks; equal finds have equal ids. */
export function testOfFind({ input, expected, requirements }: Find): TestCase {
  return { id: `c/${caseDigest({ input, expected })}`, input, expected, requirements };
}

/** The name of the file of a find, by what it is about and by its content: `ports-range-3f2a0c9d1e5b.yaml`. */
export function findName({ input, expected, requirements: [subject = ROOT_REQUIREMENT] }: Find): string {
  return `${subject.replace('/', '-')}-${caseDigest({ input, expected })}.yaml`;
}

/** Why a find is no longer right by the reference of today; undefined where it is. */
export function staleness(find: Find): string | undefined {
  const defect = defectOf(testOfFind(find));
  if (defect === undefined) return undefined;
  return `it expects ${defect.expected}, and today the ${defect.source} says ${defect.got}`;
}
