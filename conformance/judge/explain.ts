import type { RightAnswers } from './right-answers.ts';
import type { Suspect } from './suspect.ts';

/** Suspects that share requirements which rightly answered cases seldom or never have. */
export interface Explanation<Sample> {
  /** The requirements that all of them share; empty if every document fails. */
  readonly common: readonly string[];
  /** The shared requirement that says most; undefined if every document fails. */
  readonly requirement: string | undefined;
  readonly suspects: readonly Suspect<Sample>[];
}

/**
 * Finds the few requirements that explain all suspects of one kind. It repeatedly takes the requirement, or the pair,
 * that best separates failures from right answers (Ochiai's coefficient, as in spectrum-based fault localization). The
 * suspects that rest on it are explained, and the others are compared anew. With a `close` below 1, a more special
 * requirement is taken instead if its score is at least this share of the best one.
 */
export function explain<Sample>(
  suspects: readonly Suspect<Sample>[],
  right: RightAnswers,
  close = 1,
): Explanation<Sample>[] {
  const explanations: Explanation<Sample>[] = [];
  const search = { right, close, suspected: suspectedOf(suspects, right) };
  let open = suspects;
  while (open.length > 0) {
    const common = bestFeature(open, search);
    const [covered, others] = partition(open, (each) => restsOn(each, common));
    explanations.push({ common, requirement: tellingOf(common, open, right), suspects: covered });
    open = others;
  }
  return explanations;
}

/**
 * Returns the requirements that may explain a failure. Right answers never name some requirements, such as those of
 * defaults, so there is no evidence for them. They are suspected only if a failure rests on nothing else.
 */
function suspectedOf(suspects: readonly Suspect<unknown>[], right: RightAnswers): ReadonlySet<string> {
  const suspected = new Set<string>();
  for (const { requirements } of suspects) {
    const comparable = requirements.filter((id) => right.isExercised(id));
    for (const id of comparable.length > 0 ? comparable : requirements) suspected.add(id);
  }
  return suspected;
}

/** A requirement or a pair, with the number of failures and of right answers that rest on it. */
interface Feature {
  readonly ids: readonly string[];
  readonly failures: number;
  readonly right: number;
  readonly score: number;
}

interface Search {
  readonly right: RightAnswers;
  /** The more special requirement is chosen if its score is at least this share of the best score. */
  readonly close: number;
  readonly suspected: ReadonlySet<string>;
}

function bestFeature(open: readonly Suspect<unknown>[], search: Search): readonly string[] {
  const { right, close } = search;
  const total = weightOf(open);
  const features = featuresOf(open, [], total, search);
  const single = best(features, close);
  if (single === undefined) return [];
  // If every document fails as a whole, none of its requirements says more than the others.
  const isTold = right.count > 0 || features.length === 1 || open.some(({ path }) => path !== '');
  if (!isTold) return [];
  const within = open.filter((each) => restsOn(each, single.ids));
  const half = close < 1 ? betterHalf(single, within, total, search) : undefined;
  if (half !== undefined) return half.ids;
  const pair = best(featuresOf(within, single.ids, total, search), close);
  return pair !== undefined && pair.score > single.score * CLEARLY ? pair.ids : single.ids;
}

/** This many requirements are tried as one of a pair that explains as much as a more general requirement. */
const TRIED = 8;
/** A pair must explain at least this share of the failures of the general requirement. */
const NEARLY_ALL = 0.95;

/**
 * Returns the larger of two requirements that explain nearly all failures together, if right answers rest on them less
 * often than on the general one. For example, a text that is cut in both short forms of volumes is not cut in all
 * fields.
 */
function betterHalf(
  general: Feature,
  within: readonly Suspect<unknown>[],
  total: number,
  search: Search,
): Feature | undefined {
  const likely = featuresOf(within, general.ids, total, search)
    .sort((one, other) => other.score - one.score)
    .slice(0, TRIED);
  let best: Feature | undefined;
  let enough = general.score * CLEARLY;
  for (const [index, one] of likely.entries()) {
    for (const other of likely.slice(index + 1)) {
      const failures = weightOf(within.filter((each) => restsOn(each, one.ids) || restsOn(each, other.ids)));
      const passes = one.right + other.right - search.right.restingOn([...one.ids, ...other.ids]);
      const score = failures / Math.sqrt(total * (failures + passes));
      if (failures < NEARLY_ALL * general.failures || score <= enough) continue;
      enough = score;
      best = one.failures >= other.failures ? one : other;
    }
  }
  return best;
}

/** A pair must separate better than its first requirement alone by this factor. */
const CLEARLY = 1.1;

function featuresOf(
  open: readonly Suspect<unknown>[],
  base: readonly string[],
  total: number,
  { right, suspected }: Search,
): Feature[] {
  const counts = new Map<string, number>();
  for (const { requirements, count } of open)
    for (const id of requirements)
      if (suspected.has(id) && !base.includes(id)) counts.set(id, (counts.get(id) ?? 0) + count);
  const most = Math.max(0, ...counts.values());
  return [...counts]
    .filter(([, failures]) => failures * RARER >= most)
    .map(([id, failures]) => {
      const ids = [...base, id];
      const passes = right.restingOn(ids);
      return { ids, failures, right: passes, score: failures / Math.sqrt(total * (failures + passes)) };
    });
}

/** A requirement with this many times fewer failures than another one is ignored. */
const RARER = 1000;

/**
 * Returns the feature with the best score. Of those that are close to it, it is the one that the fewest cases rest on,
 * which is the most special. Of equal ones it is the later one.
 */
function best(features: readonly Feature[], close: number): Feature | undefined {
  const enough = close * Math.max(...features.map(({ score }) => score)) - TINY;
  let found: Feature | undefined;
  for (const each of features)
    if (each.score >= enough && (found === undefined || useOf(each) <= useOf(found))) found = each;
  return found;
}

function useOf({ failures, right }: Feature): number {
  return failures + right;
}

const TINY = 1e-9;

/** Returns the requirement that says most, which is the one that the fewest cases rest on. */
function tellingOf(
  common: readonly string[],
  open: readonly Suspect<unknown>[],
  right: RightAnswers,
): string | undefined {
  const uses = common.map((id) => {
    const failures = weightOf(open.filter(({ requirements }) => requirements.includes(id)));
    return { id, use: failures + right.restingOn([id]) };
  });
  return uses.sort((one, other) => one.use - other.use)[0]?.id;
}

function restsOn({ requirements }: Suspect<unknown>, common: readonly string[]): boolean {
  return common.every((id) => requirements.includes(id));
}

function weightOf(suspects: readonly Suspect<unknown>[]): number {
  return suspects.reduce((sum, { count }) => sum + count, 0);
}

function partition<Item>(items: readonly Item[], holds: (item: Item) => boolean): [Item[], Item[]] {
  const [yes, no]: [Item[], Item[]] = [[], []];
  for (const item of items) (holds(item) ? yes : no).push(item);
  return [yes, no];
}
