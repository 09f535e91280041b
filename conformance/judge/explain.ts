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
 * suspects that rest on it are explained, and the others are compared anew.
 */
export function explain<Sample>(
  suspects: readonly Suspect<Sample>[],
  right: RightAnswers,
): Explanation<Sample>[] {
  const explanations: Explanation<Sample>[] = [];
  let open = suspects;
  while (open.length > 0) {
    const common = bestFeature(open, right);
    const [covered, others] = partition(open, (each) => restsOn(each, common));
    explanations.push({ common, requirement: tellingOf(common, open, right), suspects: covered });
    open = others;
  }
  return explanations;
}

/** A requirement or a pair, with the number of failures and of right answers that rest on it. */
interface Feature {
  readonly ids: readonly string[];
  readonly failures: number;
  readonly right: number;
  readonly score: number;
}

function bestFeature(open: readonly Suspect<unknown>[], right: RightAnswers): readonly string[] {
  const total = weightOf(open);
  const features = featuresOf(open, [], total, right);
  const single = best(features);
  if (single === undefined) return [];
  // If every document fails as a whole, none of its requirements says more than the others.
  const isTold = right.count > 0 || features.length === 1 || open.some(({ path }) => path !== '');
  if (!isTold) return [];
  const within = open.filter((each) => restsOn(each, single.ids));
  const pair = best(featuresOf(within, single.ids, total, right));
  return pair !== undefined && pair.score > single.score * CLEARLY ? pair.ids : single.ids;
}

/** A pair must separate better than its first requirement alone by this factor. */
const CLEARLY = 1.1;

function featuresOf(
  open: readonly Suspect<unknown>[],
  base: readonly string[],
  total: number,
  right: RightAnswers,
): Feature[] {
  const counts = new Map<string, number>();
  for (const { requirements, count } of open)
    for (const id of requirements) if (!base.includes(id)) counts.set(id, (counts.get(id) ?? 0) + count);
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
 * Returns the feature with the best score. Of equal ones it is the one that fewer cases have, and then the later one,
 * which is more special.
 */
function best(features: readonly Feature[]): Feature | undefined {
  let found: Feature | undefined;
  for (const each of features) {
    if (found === undefined || each.score > found.score + TINY) found = each;
    else if (each.score >= found.score - TINY && each.failures + each.right <= found.failures + found.right)
      found = each;
  }
  return found;
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
