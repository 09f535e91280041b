import { LEVELS, type RequirementId } from '../spec/generated/levels.ts';
import type { Mutation } from './mutation/mutation.ts';
import { MUTATIONS_BY_REQUIREMENT } from './mutation-table.ts';
import type { Scope } from './pen.ts';
import { fociOf, topicOfRequirement, type Focus } from './topic.ts';

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
  /** By requirement, so that each is broken as often as any other; never empty where `kind` asks for one. */
  readonly mutations: readonly (readonly Mutation[])[];
}

/** A topic or scope in which nothing can be broken gives valid cases only. */
export function planOf({ kind = 'mix', scope = 'all', topic, inputs = 'any' }: CaseOptions = {}): CasePlan {
  const yamlOnly = inputs === 'any' && scope === 'all';
  const mutations: (readonly Mutation[])[] = [];
  for (const [requirement, all] of MUTATIONS_BY_REQUIREMENT) {
    const fitting = yamlOnly ? all : all.filter((mutation) => !isYamlOnly(mutation));
    if (fitting.length > 0 && isWanted(requirement, scope, topic)) mutations.push(fitting);
  }
  return { kind: mutations.length === 0 ? 'valid' : kind, scope, yamlOnly, foci: fociOf(topic), mutations };
}

function isWanted(requirement: RequirementId, scope: Scope, topic: string | undefined): boolean {
  if (scope === 'documented' && LEVELS[requirement] === 'observed') return false;
  return topic === undefined || topicOfRequirement(requirement) === topic;
}

/** Faults of YAML text are all of them requirements of YAML. */
function isYamlOnly({ requirement }: Mutation): boolean {
  return requirement.startsWith('yaml/');
}
