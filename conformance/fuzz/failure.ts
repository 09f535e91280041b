import { ROOT_REQUIREMENT } from '../../spec/generated/attributes.ts';
import type { RequirementId } from '../../spec/generated/levels.ts';
import type { Find } from '../corpus/find.ts';
import type { CaseResult } from '../judge/outcome.ts';
import { VERSION } from '../version.ts';
import { essenceOf, type Symptom } from '../judge/symptom.ts';

/** A failure that was looked into, shown by the smallest document that was found for it. */
export interface Shown {
  readonly symptom: Symptom;
  readonly result: CaseResult;
  readonly shrinking: Shrinking;
  /** The file of a find, where it came from one. */
  readonly path?: string;
}

/** A failure that is told apart from all others. */
export interface Failure extends Shown {
  /** What a document rests on that fails so, as far as passing and failing ones tell. Empty where every one fails. */
  readonly cause: ReadonlySet<RequirementId>;
  /** How many cases failed so. */
  readonly count: number;
  /** Every place where the cause shows, that of the symptom first; empty where nobody said a place. */
  readonly places: readonly string[];
}

export type Shrinking =
  /** Nothing simpler fails so, after so many tries. */
  | { readonly kind: 'done'; readonly tries: number }
  /** The budget or the time was used up before. */
  | { readonly kind: 'cut'; readonly tries: number }
  /** It did not fail when it was asked again. */
  | { readonly kind: 'not-repeated' }
  /** It is a find from the corpus. */
  | { readonly kind: 'saved' };

/** What to keep of a failure: nothing that depends on the implementation or on the generators. */
export function findOf(failure: Failure, seed: number): Find {
  const { symptom, result } = failure;
  const { kind, path } = symptom;
  const { input, expected, requirements } = result.test;
  return {
    input,
    expected,
    requirements: [...new Set([tellingOf(failure), ...requirements])],
    failure: { kind, path },
    found: { suite: VERSION, seed },
  };
}

/**
 * The requirement that says most about a failure. Where the passing cases narrowed the cause down, its last one, about
 * a value; else, of a wrong value, the first one, about the field.
 */
export function tellingOf({ symptom, result, cause }: Failure): RequirementId {
  const ids = [...cause];
  const isNarrowed = cause.size < essenceOf(symptom, result.test).size;
  const telling = symptom.kind === 'wrong-value' && !isNarrowed ? ids[0] : ids.at(-1);
  return telling ?? symptom.requirements.at(-1) ?? ROOT_REQUIREMENT;
}
