import { ROOT_REQUIREMENT } from '../../spec/generated/attributes.ts';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { Find } from '../corpus/find.ts';
import type { CaseResult } from '../judge/outcome.ts';
import { VERSION } from '../version.ts';
import { essenceOf, type Symptom } from '../judge/symptom.ts';

/** A failure with the smallest document that was found for it. */
export interface Shown {
  readonly symptom: Symptom;
  readonly result: CaseResult;
  readonly shrinking: Shrinking;
  /** The file of the find, if the failure came from one. */
  readonly path?: string;
}

/** A failure that is distinct from all others. */
export interface Failure extends Shown {
  /** The requirements behind the failure, as far as passed and failed cases show. Empty if every document fails. */
  readonly cause: ReadonlySet<RequirementId>;
  /** Number of cases with this failure. */
  readonly count: number;
  /** Every place where the cause shows, the symptom's own first. Empty if no place is known. */
  readonly places: readonly string[];
}

export type Shrinking =
  /** No simpler document fails in this way, after this many tries. */
  | { readonly kind: 'done'; readonly tries: number }
  /** The tries or the time were used up before the end. */
  | { readonly kind: 'cut'; readonly tries: number }
  /** The case did not fail when it was asked again. */
  | { readonly kind: 'not-repeated' }
  /** The failure is a find from the corpus. */
  | { readonly kind: 'saved' };

/** Returns the find of a failure. It holds nothing that depends on the implementation or on the generators. */
export function findOf(failure: Failure, seed: number): Find {
  const { symptom, result } = failure;
  const { kind, path } = symptom;
  const { edition, input, expected, requirements } = result.test;
  return {
    edition,
    input,
    expected,
    requirements: [...new Set([tellingOf(failure), ...requirements])],
    failure: { kind, path },
    found: { suite: VERSION, seed },
  };
}

/**
 * Returns the requirement that says most about a failure. If passed cases narrowed the cause down, this is its last
 * one, which is about a value. Otherwise, for a wrong value, it is the first one, which is about the field.
 */
export function tellingOf({ symptom, result, cause }: Failure): RequirementId {
  const ids = [...cause];
  const isNarrowed = cause.size < essenceOf(symptom, result.test).size;
  const telling = symptom.kind === 'wrong-value' && !isNarrowed ? ids[0] : ids.at(-1);
  return telling ?? symptom.requirements.at(-1) ?? ROOT_REQUIREMENT;
}
