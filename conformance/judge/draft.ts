import { explain } from './explain.ts';
import type { RightAnswers } from './right-answers.ts';
import type { LoggedSymptom, Suspect } from './suspect.ts';

/** The evidence of a run besides its failures. */
export interface Evidence {
  readonly accepted: RightAnswers;
  readonly refused: RightAnswers;
  readonly topicOf: (requirement: string) => string | undefined;
}

/** A cause before it has a name, with the symptoms that it explains. */
export interface Draft<Sample> {
  readonly kind: string;
  /** The broken requirement that says most; undefined if it is not a single one. */
  readonly requirement: string | undefined;
  /** Every requirement that may be broken. */
  readonly requirements: readonly string[];
  /**
   * Sets of requirements. A symptom that rests on all requirements of one set is explained. An empty set explains
   * every symptom of the kind.
   */
  readonly alternatives: readonly (readonly string[])[];
  readonly suspects: readonly Suspect<Sample>[];
}

/** Returns whether another symptom seems to have the same cause. */
export function explains(draft: Draft<unknown>, { kind, requirements }: LoggedSymptom): boolean {
  if (draft.kind !== kind) return false;
  if (kind === 'left-out') return requirements.every((id) => draft.requirements.includes(id));
  return draft.alternatives.some((ids) => ids.every((id) => requirements.includes(id)));
}

/** Groups all symptoms of a run by their causes. */
export function draftsOf<Sample>(suspects: readonly Suspect<Sample>[], evidence: Evidence): Draft<Sample>[] {
  return [...groupBy(suspects, ({ kind }) => kind)].flatMap(([kind, its]) => {
    switch (kind) {
      case 'accepted-invalid':
        return neverRefused(its, evidence);
      case 'left-out':
        return leftOut(its);
      case 'wrong-value':
      case 'rejected-valid':
        return mergeAlike(explained(kind, its, evidence.accepted));
      default:
        return mergeAlike(brokenRuns(kind, its, evidence.accepted));
    }
  });
}

/**
 * Groups crashes, hangs and faults: those that end in the same message are one cause, and the others are
 * distinguished.
 */
function brokenRuns<Sample>(
  kind: string,
  suspects: readonly Suspect<Sample>[],
  accepted: RightAnswers,
): Draft<Sample>[] {
  return [...groupBy(suspects, (suspect) => wordsOf({ kind, suspects: [suspect] }))].flatMap(
    ([words, its]) => {
      const drafts = explained(kind, its, accepted);
      const [first] = drafts;
      if (words === '' || first === undefined) return drafts;
      const { requirement, requirements, alternatives } = first;
      return [{ kind, requirement, requirements, alternatives, suspects: its }];
    },
  );
}

/**
 * Only the requirements of a wrong value are compared, so it is no coincidence if a more special one explains nearly
 * as much.
 */
const CLOSE = 0.9;

function explained<Sample>(
  kind: string,
  suspects: readonly Suspect<Sample>[],
  accepted: RightAnswers,
): Draft<Sample>[] {
  return explain(suspects, accepted, kind === 'wrong-value' ? CLOSE : 1).map(
    ({ common, requirement, suspects: its }) => ({
      kind,
      requirement,
      requirements: common,
      // A symptom without known requirements explains no other symptom.
      alternatives: its.some((each) => each.requirements.length > 0) ? [common] : [],
      suspects: its,
    }),
  );
}

/**
 * This many requirements must all be accepted before a program counts as refusing nothing. For a topic, `WHOLE_TOPIC`
 * must be.
 */
const WHOLE_PROGRAM = 10;
const WHOLE_TOPIC = 3;
/**
 * A program that refuses at most this share of the invalid documents by chance, such as for a broken pipe, still
 * refuses nothing.
 */
const BY_CHANCE = 0.02;

/**
 * Groups accepted invalid documents by requirement. If a program never refuses any, or any of a topic, they are one
 * group.
 */
function neverRefused<Sample>(
  suspects: readonly Suspect<Sample>[],
  { refused, topicOf }: Evidence,
): Draft<Sample>[] {
  const accepted = suspects.reduce((sum, { count }) => sum + count, 0);
  const ids = distinct(suspects);
  if (ids.length >= WHOLE_PROGRAM && refused.count <= BY_CHANCE * (accepted + refused.count))
    return [{ ...acceptance(undefined, suspects), alternatives: [[]] }];
  const never = ids.filter((id) => refused.restingOn([id]) === 0);
  const byTopic = groupBy(never, topicOf);
  const whole = new Map(
    [...byTopic].flatMap(([topic, its]) =>
      topic !== undefined && its.length >= WHOLE_TOPIC && !refusesSome(topic, refused, topicOf)
        ? its.map((id) => [id, topic] as const)
        : [],
    ),
  );
  const groups = groupBy(suspects, ({ requirements: [id = ''] }) => whole.get(id) ?? id);
  return [...groups].map(([name, its]) =>
    acceptance(whole.has(its[0]?.requirements[0] ?? '') ? undefined : name, its),
  );
}

function refusesSome(topic: string, refused: RightAnswers, topicOf: Evidence['topicOf']): boolean {
  return refused.requirements.some((id) => topicOf(id) === topic);
}

function acceptance<Sample>(
  requirement: string | undefined,
  suspects: readonly Suspect<Sample>[],
): Draft<Sample> {
  const requirements = distinct(suspects);
  const alternatives = requirements.map((id) => [id]);
  return { kind: 'accepted-invalid', requirement, requirements, alternatives, suspects };
}

/**
 * Groups values that answers leave out by their defaults. If whole answers leave out most of them, they are one group.
 */
function leftOut<Sample>(suspects: readonly Suspect<Sample>[]): Draft<Sample>[] {
  const together = new Set(
    suspects.filter(({ path }) => path === '').flatMap(({ requirements }) => requirements),
  );
  const groups = groupBy(suspects, ({ requirements }) =>
    requirements.every((id) => together.has(id)) ? undefined : requirements[0],
  );
  return [...groups].map(([requirement, its]) => ({
    kind: 'left-out',
    requirement,
    requirements: distinct(its),
    alternatives: [],
    suspects: its,
  }));
}

/** A draft takes in another one with the same message that explains this many times fewer failures. */
const MANY_TIMES = 20;

/**
 * Merges drafts with the same cause: those with the same message at the same place, with the same most telling
 * requirement, or with a shared requirement. A draft of few failures is also merged into one of many with the same
 * message.
 */
function mergeAlike<Sample>(drafts: readonly Draft<Sample>[]): Draft<Sample>[] {
  const merged: Draft<Sample>[] = [];
  for (const draft of [...drafts].sort((one, other) => countOf(other) - countOf(one))) {
    const at = merged.findIndex((larger) => isAlike(larger, draft));
    const larger = merged[at];
    if (larger === undefined) merged.push(draft);
    else merged[at] = together(larger, draft);
  }
  return merged;
}

/** Merges two drafts into one, which has the name of the larger one. */
export function together<Sample>(larger: Draft<Sample>, smaller: Draft<Sample>): Draft<Sample> {
  return {
    ...larger,
    requirements: [...new Set([...larger.requirements, ...smaller.requirements])],
    alternatives: [...larger.alternatives, ...smaller.alternatives],
    suspects: [...larger.suspects, ...smaller.suspects],
  };
}

function isAlike(larger: Draft<unknown>, smaller: Draft<unknown>): boolean {
  if (larger.requirement !== undefined && larger.requirement === smaller.requirement) return true;
  if (larger.kind === 'wrong-value') return false;
  const shared = smaller.requirements.filter((id) => larger.requirements.includes(id));
  const isPart = smaller.requirements.length > 0 && shared.length === smaller.requirements.length;
  if (isPart || (shared.length > 0 && smaller.requirements.length > 1 && larger.requirements.length > 1))
    return true;
  const said = wordsOf(larger);
  if (said === '' || said !== wordsOf(smaller)) return false;
  return larger.kind === 'rejected-valid'
    ? placeOf(larger) === placeOf(smaller) || countOf(smaller) * MANY_TIMES <= countOf(larger)
    : true;
}

/**
 * Returns the message of all suspects. It is empty if they differ, or if the message only says how the program ended.
 */
function wordsOf({ kind, suspects }: Pick<Draft<unknown>, 'kind' | 'suspects'>): string {
  const [said = '', ...others] = new Set(suspects.map((each) => each.said));
  if (others.length > 0 || kind === 'hang') return '';
  // A crash without a message on standard error only shows how the program exited.
  return kind === 'crash' && !said.includes('\n') ? '' : said;
}

/**
 * Returns the only place of the suspects. If there are several or none is known, it returns a new object, which equals
 * nothing.
 */
function placeOf({ suspects }: Draft<unknown>): unknown {
  const [place = '', ...others] = new Set(suspects.map(({ path }) => path));
  return others.length > 0 || place === '' ? {} : place;
}

function countOf({ suspects }: Draft<unknown>): number {
  return suspects.reduce((sum, { count }) => sum + count, 0);
}

function distinct(suspects: readonly Suspect<unknown>[]): string[] {
  return [...new Set(suspects.flatMap(({ requirements }) => requirements))];
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
