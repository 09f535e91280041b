import { explain } from './explain.ts';
import type { RightAnswers } from './right-answers.ts';
import type { LoggedSymptom, Suspect } from './suspect.ts';

/** What a run shows besides its failures. */
export interface Evidence {
  readonly accepted: RightAnswers;
  readonly refused: RightAnswers;
  readonly topicOf: (requirement: string) => string | undefined;
}

/** A cause before it has a name: the symptoms that it explains. */
export interface Draft<Sample> {
  readonly kind: string;
  /** The broken requirement that tells most; undefined where it is no single one. */
  readonly requirement: string | undefined;
  /** Everything that may be broken. */
  readonly requirements: readonly string[];
  /** What rests on all requirements of one of these is explained; an empty one explains every symptom of the kind. */
  readonly alternatives: readonly (readonly string[])[];
  readonly suspects: readonly Suspect<Sample>[];
}

/** Whether another symptom has, as far as anyone can tell, the same cause. */
export function explains(draft: Draft<unknown>, { kind, requirements }: LoggedSymptom): boolean {
  if (draft.kind !== kind) return false;
  if (kind === 'left-out') return requirements.every((id) => draft.requirements.includes(id));
  return draft.alternatives.some((ids) => ids.every((id) => requirements.includes(id)));
}

/** Groups all symptoms of a run by what they are due to. */
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

/** Crashes, hangs and faults: those that end in the same words are one cause, and the others are told apart. */
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
 * Of a wrong value only the requirements of that value are compared, so that a more special one that explains nearly
 * as much is no coincidence.
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
      // Of symptoms that rest on nothing known, one explains no other.
      alternatives: its.some((each) => each.requirements.length > 0) ? [common] : [],
      suspects: its,
    }),
  );
}

/** Requirements that must all be accepted before a program is said to refuse nothing, or nothing of a topic. */
const WHOLE_PROGRAM = 10;
const WHOLE_TOPIC = 3;
/** Share of invalid documents that a program may refuse by chance, such as for a broken pipe, and still refuse nothing. */
const BY_CHANCE = 0.02;

/** Invalid documents that were accepted, by requirement; as one where a program never refuses any, or any of a topic. */
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

/** Values that answers leave out, by default; as one where whole answers leave out most of them. */
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

/** A draft takes in another one with the same words that explains this many times fewer failures. */
const MANY_TIMES = 20;

/**
 * Puts together drafts that have one cause: by what the program itself says (the same words at the same place), by the
 * requirement that tells most, and by a requirement that both share with others. Few failures follow many with the same
 * words.
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

/** One draft of two, named after the larger one. */
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

/** The words of all suspects; empty where they differ, or say no more than how the program ended. */
function wordsOf({ kind, suspects }: Pick<Draft<unknown>, 'kind' | 'suspects'>): string {
  const [said = '', ...others] = new Set(suspects.map((each) => each.said));
  if (others.length > 0 || kind === 'hang') return '';
  // A crash without a word on standard error says only how it exited.
  return kind === 'crash' && !said.includes('\n') ? '' : said;
}

/** The only place where they show; a new object, equal to nothing, where there are several or none is known. */
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
