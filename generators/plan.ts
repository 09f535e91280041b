import { ABOUT_TEXT } from '../spec/generated/attributes.ts';
import type { RequirementId } from '../spec/generated/requirement-ids.ts';
import type { Mutation } from './mutation.ts';
import type { Scope } from './choices/pen.ts';
import { fociOf, type AnyGrammar, type Focus } from './grammar.ts';

/** Selects the cases to generate. An absent member does not restrict them. */
export interface CaseOptions {
  /** `mix`, the default, gives as many invalid cases as valid ones. */
  readonly kind?: 'valid' | 'invalid' | 'mix';
  /** `documented` gives cases that rest on the page alone. */
  readonly scope?: Scope;
  /** Gives only cases about one topic: with one of its fields, or with one of its requirements broken. */
  readonly topic?: string;
  /** `json` gives cases that JSON can say; `any`, the default, also those that only YAML can say. */
  readonly inputs?: 'json' | 'any';
}

/** The options, prepared once for many cases. */
export interface CasePlan<Normal extends object = object> {
  readonly grammar: AnyGrammar<Normal>;
  readonly kind: 'valid' | 'invalid' | 'mix';
  readonly scope: Scope;
  readonly yamlOnly: boolean;
  readonly foci: readonly [Focus, ...Focus[]];
  /** The ways to break a requirement, once for each of its shares. Never empty if `kind` asks for invalid cases. */
  readonly mutations: readonly (readonly Mutation[])[];
}

/** Prepares the options. If the topic or the scope has nothing to break, the plan gives valid cases only. */
export function planOf<Normal extends object>(
  grammar: AnyGrammar<Normal>,
  { kind = 'mix', scope = 'all', topic, inputs = 'any' }: CaseOptions = {},
): CasePlan<Normal> {
  const yamlOnly = inputs === 'any' && scope === 'all';
  const mutations: (readonly Mutation[])[] = [];
  for (const [requirement, all] of grammar.mutations) {
    const fitting = yamlOnly ? all : all.filter((mutation) => !isYamlOnly(mutation));
    if (fitting.length > 0 && isWanted(grammar, requirement, scope, topic))
      mutations.push(...sharesOf(fitting));
  }
  return {
    grammar,
    kind: mutations.length === 0 ? 'valid' : kind,
    scope,
    yamlOnly,
    foci: fociOf(grammar, topic),
    mutations,
  };
}

/** A mutation that edits a valid text counts as this many ways. */
const WAYS_OF_AN_EDIT = 4;

const WAYS_OF_A_SHARE = 4;

/**
 * Every requirement has at least this many shares, so that each literal of a list occurs a few times in 10,000 cases.
 */
const LEAST_SHARES = 6;

/**
 * A requirement with edited texts has this many shares more, because edits differ more than their number of ways
 * shows.
 */
const SHARES_FOR_EDITS = 2;

const MOST_SHARES = 18;

/**
 * Returns the ways to break one requirement, once for each of its shares of the cases. A requirement that a short list
 * exhausts has few shares; one that can be broken in many places, or by any edit of a text, has more.
 */
function sharesOf(mutations: readonly Mutation[]): (readonly Mutation[])[] {
  const ways = mutations.flatMap((mutation) => {
    return Array.from({ length: isEdited(mutation) ? WAYS_OF_AN_EDIT : 1 }, () => mutation);
  });
  const forEdits = mutations.some(isEdited) ? SHARES_FOR_EDITS : 0;
  const shares = LEAST_SHARES + Math.ceil(ways.length / WAYS_OF_A_SHARE) + forEdits;
  return Array.from({ length: Math.min(MOST_SHARES, shares) }, () => ways);
}

function isEdited(mutation: Mutation): boolean {
  return mutation.kind === 'fields' && mutation.isEdited === true;
}

function isWanted(
  { levels, topics }: AnyGrammar,
  requirement: RequirementId,
  scope: Scope,
  topic: string | undefined,
): boolean {
  if (scope === 'documented' && levels[requirement] === 'observed') return false;
  return topic === undefined || topics.get(requirement) === topic;
}

/** Returns whether only YAML text can have this fault. Exactly the YAML requirements are about the text. */
function isYamlOnly({ requirement }: Mutation): boolean {
  return ABOUT_TEXT.has(requirement);
}
