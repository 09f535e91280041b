import { ROOT_REQUIREMENT } from '../../spec/generated/attributes.ts';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { Edition } from '../edition.ts';
import { caseDigest, FIND_PREFIX, type Expected, type Input, type TestCase } from '../case/case.ts';
import { defectOf } from '../soundness/suite-defect.ts';

/** A document that an implementation got wrong, kept literally, with the right answer. */
export interface Find {
  readonly edition: Edition;
  readonly input: Input;
  readonly expected: Expected;
  /** The broken requirements, the most telling one first. */
  readonly requirements: readonly RequirementId[];
  readonly failure: FailureName;
  readonly found: { readonly suite: string; readonly seed: number };
}

/** The failure by name: a kind of symptom, and a JSON Pointer with `*` for the parts that differ between documents. */
export interface FailureName {
  readonly kind: string;
  readonly path: string;
}

/** Returns the question that a find asks. Equal finds have equal ids. */
export function testOfFind({ edition, input, expected, requirements }: Find): TestCase {
  return { id: FIND_PREFIX + caseDigest({ input, expected }), edition, input, expected, requirements };
}

/** Returns the file name of a find, made of its subject and its content: `ports-range-3f2a0c9d1e5b.yaml`. */
export function findName({ input, expected, requirements: [subject = ROOT_REQUIREMENT] }: Find): string {
  return `${subject.replace('/', '-')}-${caseDigest({ input, expected })}.yaml`;
}

/** Returns the reason why a find is no longer right by the current reference; undefined if it still is. */
export function staleness(find: Find): string | undefined {
  const defect = defectOf(testOfFind(find));
  if (defect === undefined) return undefined;
  return `it expects ${defect.expected}, and today the ${defect.source} says ${defect.got}`;
}
