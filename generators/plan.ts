import { ABOUT_TEXT } from '../spec/generated/attributes.ts';
import { LEVELS, type RequirementId } from '../spec/generated/levels.ts';
import type { Mutation } from './editions/dstack-0.18.42/mutations/mutation.ts';
import { MUTATIONS_BY_REQUIREMENT } from './editions/dstack-0.18.42/mutation-table.ts';
import type { Scope } from './choices/pen.ts';
import { fociOf, topicOfRequirement, type Focus } from './editions/dstack-0.18.42/foci.ts';

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
export interface CasePlan {
  readonly kind: 'valid' | 'invalid' | 'mix';
  readonly scope: Scope;
  readonly yamlOnly: boolean;
  readonly foci: readonly [Focus, ...Focus[]];
  /** The ways to break a requirement, once for each of its shares. Never empty if `kind` asks for invalid cases. */
  readonly mutations: readonly (readonly Mutation[])[];
}

/** Prepares the options. If the topic or the scope has nothing to break, the plan gives valid cases only. */
export function planOf({ kind = 'mix', scope = 'all', topic, inputs = 'any' }: CaseOptions = {}): CasePlan {
  const yamlOnly = inputs === 'any' && scope === 'all';
  const mutations: (readonly Mutation[])[] = [];
  for (const [requirement, all] of MUTATIONS_BY_REQUIREMENT) {
    const fitting = yamlOnly ? all : all.filter((mutation) => !isYamlOnly(mutation));
    if (fitting.length > 0 && isWanted(requirement, scope, topic)) mutations.push(...sharesOf(fitting));
  }
  return { kind: mutations.length === 0 ? 'valid' : kind, scope, yamlOnly, foci: fociOf(topic), mutations };
}

/** A mutation that edits a valid text counts as this many ways. */
const WAYS_OF_AN_EDIT = 4;

const WAYS_OF_A_SHARE = 4;

/**
 * Every requirement has at least this many shares, so that each literal of a list occurs a few times in 10,000 cases.
 */
const LEAST_SHARES = 3;

/**
 * A requirement with edited texts has this many shares more, because edits differ more than their number of ways
 * shows.
 */
const SHARES_FOR_EDITS = 2;

const MOST_SHARES = 14;

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

function isWanted(requirement: RequirementId, scope: Scope, topic: string | undefined): boolean {
  if (scope === 'documented' && LEVELS[requirement] === 'observed') return false;
  return topic === undefined || topicOfRequirement(requirement) === topic;
}

/** Returns whether only YAML text can have this fault. Exactly the YAML requirements are about the text. */
function isYamlOnly({ requirement }: Mutation): boolean {
  return ABOUT_TEXT.has(requirement);
}
