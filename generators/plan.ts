import { LEVELS, type RequirementId } from '../spec/generated/levels.ts';
import type { Mutation } from './editions/dstack-0.18.42/mutations/mutation.ts';
import { MUTATIONS_BY_REQUIREMENT } from './editions/dstack-0.18.42/mutation-table.ts';
import type { Scope } from './choices/pen.ts';
import { fociOf, topicOfRequirement, type Focus } from './editions/dstack-0.18.42/foci.ts';

/** Which cases to generate; what is absent does not restrict. */
export interface CaseOptions {
  /** `mix`, the default: as many invalid cases as valid ones. */
  readonly kind?: 'valid' | 'invalid' | 'mix';
  /** `documented`: cases that rest on the page alone. */
  readonly scope?: Scope;
  /** Cases about one topic: with a field of its own, or with one of its requirements broken. */
  readonly topic?: string;
  /** `json`: cases that JSON can say; `any`, the default, also those that only YAML can. */
  readonly inputs?: 'json' | 'any';
}

/** The options, made ready once for many cases. */
export interface CasePlan {
  readonly kind: 'valid' | 'invalid' | 'mix';
  readonly scope: Scope;
  readonly yamlOnly: boolean;
  readonly foci: readonly [Focus, ...Focus[]];
  /** The ways to break a requirement, once for each of its shares; never empty where `kind` asks for one. */
  readonly mutations: readonly (readonly Mutation[])[];
}

/** A topic or scope in which nothing can be broken gives valid cases only. */
export function planOf({ kind = 'mix', scope = 'all', topic, inputs = 'any' }: CaseOptions = {}): CasePlan {
  const yamlOnly = inputs === 'any' && scope === 'all';
  const mutations: (readonly Mutation[])[] = [];
  for (const [requirement, all] of MUTATIONS_BY_REQUIREMENT) {
    const fitting = yamlOnly ? all : all.filter((mutation) => !isYamlOnly(mutation));
    if (fitting.length > 0 && isWanted(requirement, scope, topic)) mutations.push(...sharesOf(fitting));
  }
  return { kind: mutations.length === 0 ? 'valid' : kind, scope, yamlOnly, foci: fociOf(topic), mutations };
}

/** An edit of a valid text stands for so many ways. */
const WAYS_OF_AN_EDIT = 4;

const WAYS_OF_A_SHARE = 4;

/** What any requirement has, so that each literal of a list comes a few times in 10,000 cases. */
const LEAST_SHARES = 4;

/** A requirement whose texts are edited has more to show than its number of ways. */
const SHARES_FOR_EDITS = 2;

const MOST_SHARES = 14;

/**
 * The ways to break one requirement, as often as it has shares of the cases. What one list exhausts has few; what can
 * be broken in many places, or by any edit of a text, has more.
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

/** Faults of YAML text are all of them requirements of YAML. */
function isYamlOnly({ requirement }: Mutation): boolean {
  return requirement.startsWith('yaml/');
}
