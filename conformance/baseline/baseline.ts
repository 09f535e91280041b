import { isSeq, YAMLSeq } from 'yaml';
import type { Baseline, BaselineEntry, ListedKind } from './baseline-file.ts';
import type { TestCase } from '../case/case.ts';
import { exercisedBy, isGenerated } from '../case/generated-cases.ts';
import { isListable, type CaseResult } from '../judge/outcome.ts';
import { EntryCases } from './entry-cases.ts';
import { wildcard } from './wildcard.ts';

/** An entry that should be deleted. */
export interface StaleEntry {
  readonly entry: BaselineEntry;
  readonly why: 'no longer fails' | 'matches nothing';
}

const NO_REASON = 'not explained yet';
const HEADING = ` Known failures. Each entry names a case (* stands for any text) or a requirement, the outcome, and a reason.
 CI passes while exactly these fail; an entry that no longer fails is an error. An unsupported case is listed like a failure.`;

/** Finds the entry that lists a failure or an unsupported case, and remembers which entries have matched. */
export class BaselineMatcher {
  readonly #used = new Set<BaselineEntry>();
  readonly #baseline: Baseline;
  readonly #byCase = new Map<string, BaselineEntry>();
  readonly #byRequirement = new Map<string, BaselineEntry>();
  readonly #patterns: readonly Pattern[];

  constructor(baseline: Baseline) {
    this.#baseline = baseline;
    const patterns: Pattern[] = [];
    for (const entry of baseline.entries) {
      const { kind, name } = entry.target;
      if (kind === 'requirement') this.#byRequirement.set(key(name, entry.outcome), entry);
      else if (name.includes('*')) patterns.push({ entry, matches: wildcard(name) });
      else this.#byCase.set(key(name, entry.outcome), entry);
    }
    this.#patterns = patterns;
  }

  /** Returns the entry for a failure or an unsupported case, or undefined if no entry lists it. */
  match(result: CaseResult): BaselineEntry | undefined {
    const { test, outcome } = result;
    if (!isListable(outcome)) return undefined;
    const broken = outcome.kind === 'fail' ? outcome.requirements : test.requirements;
    const found = this.#entriesFor(test.id, outcome.kind, broken);
    // All of them count as used, although one is enough, because none of them has stopped failing.
    for (const entry of found) this.#used.add(entry);
    return found[0];
  }

  /** Returns every entry that lists a failure: an entry for this one case first, and then in the order of the file. */
  #entriesFor(name: string, kind: ListedKind, broken: readonly string[]): readonly BaselineEntry[] {
    const ofRequirements = broken.map((id) => this.#byRequirement.get(key(id, kind)));
    const ofPatterns = this.#patterns
      .filter(({ entry, matches }) => entry.outcome === kind && matches(name))
      .map(({ entry }) => entry);
    const others = [...ofRequirements, ...ofPatterns].filter((entry) => entry !== undefined);
    const exact = this.#byCase.get(key(name, kind));
    const sorted = others.sort((one, other) => one.line - other.line);
    return exact === undefined ? sorted : [exact, ...sorted];
  }

  /**
   * Returns the entries that matched no failure. An entry is kept if this run left some of its cases open, because
   * these may still fail.
   */
  stale(corpus: readonly TestCase[], results: readonly CaseResult[]): StaleEntry[] {
    const unused = this.#baseline.entries.filter((entry) => !this.#used.has(entry));
    if (unused.length === 0) return [];
    const done = results.filter(({ outcome }) => outcome.kind !== 'not-run');
    const settled = new Set(done.map(({ test }) => test.id));
    // Cases of a kind that the program does not take are never asked, so they don't keep an entry open.
    const taken = new Set(done.map(({ test }) => test.input.kind));
    const aims = new EntryCases(corpus);
    return unused.flatMap((entry): StaleEntry[] => {
      const tests = aims.of(entry);
      if (tests.length === 0) return [{ entry, why: 'matches nothing' }];
      const asked = tests.filter(({ input }) => taken.has(input.kind));
      const isSettled = asked.length > 0 && asked.every(({ id }) => settled.has(id));
      return isSettled ? [{ entry, why: 'no longer fails' }] : [];
    });
  }
}

/** An entry for all cases whose names match a pattern. */
interface Pattern {
  readonly entry: BaselineEntry;
  readonly matches: (name: string) => boolean;
}

/**
 * Returns the text of a baseline that lists exactly the failures of a run. Entries that still match a failure stay as
 * they are, with their comments; stale entries are removed.
 */
export function updateBaseline(
  baseline: Baseline,
  corpus: readonly TestCase[],
  results: readonly CaseResult[],
): string {
  const matcher = new BaselineMatcher(baseline);
  const unlisted = results.filter(
    (result) => isListable(result.outcome) && matcher.match(result) === undefined,
  );
  const stale = new Set<BaselineEntry | undefined>(matcher.stale(corpus, results).map(({ entry }) => entry));
  const document = baseline.document.clone();
  const contents = isSeq(document.contents) ? document.contents : new YAMLSeq<unknown>();
  document.contents = contents;
  contents.items = contents.items.filter((_, index) => !stale.has(baseline.entries[index]));
  const passes = passesOf(results);
  const unsupported = unlisted.filter(({ outcome }) => outcome.kind === 'unsupported');
  const failed = unlisted.filter(({ outcome }) => outcome.kind !== 'unsupported');
  for (const entry of [
    ...newEntries('fail', failed, passes),
    ...newEntries('unsupported', unsupported, passes),
  ])
    contents.items.push(document.createNode(entry));
  document.commentBefore ??= HEADING;
  return document.toString({ lineWidth: 0 });
}

/**
 * Returns entries by requirement, which list all failing generated cases (there may be thousands), and then an entry
 * for each other failure, because only an entry for one case is exact.
 */
function newEntries(
  kind: 'fail' | 'unsupported',
  unlisted: readonly CaseResult[],
  passes: ReadonlyMap<string, number>,
): Record<string, string>[] {
  const entries: Record<string, string>[] = [];
  let open = unlisted;
  for (let next = mostBroken(open, passes); next !== undefined; next = mostBroken(open, passes)) {
    const requirement = next;
    entries.push({ requirement, outcome: kind, reason: NO_REASON });
    open = open.filter((result) => !brokenBy(result).includes(requirement));
  }
  return [
    ...entries,
    ...open.map(({ test, outcome }) => ({ case: test.id, outcome: outcome.kind, reason: NO_REASON })),
  ];
}

/**
 * Returns the requirement with the greatest share of failures among the cases that exercise it, so that its entry
 * hides as few passing cases as possible. Only generated cases are counted as failures. Returns undefined if they
 * break none.
 */
function mostBroken(results: readonly CaseResult[], passes: ReadonlyMap<string, number>): string | undefined {
  const counts = new Map<string, number>();
  for (const result of results) {
    if (!isGenerated(result.test)) continue;
    for (const id of brokenBy(result)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const shares = [...counts].map(([id, count]) => ({
    id,
    count,
    share: count / (count + (passes.get(id) ?? 0)),
  }));
  const [most] = shares.sort((one, other) => other.share - one.share || other.count - one.count);
  return most?.id;
}

/** Counts the passed cases that exercise each requirement. */
function passesOf(results: readonly CaseResult[]): ReadonlyMap<string, number> {
  const passes = new Map<string, number>();
  for (const { test, outcome } of results) {
    if (outcome.kind !== 'pass') continue;
    for (const id of exercisedBy(test)) passes.set(id, (passes.get(id) ?? 0) + 1);
  }
  return passes;
}

/**
 * Returns the requirements by which a result is listed: those that a wrong answer breaks, or that an unsupported case
 * exercises. Any other failure breaks none.
 */
function brokenBy({ test, outcome }: CaseResult): readonly string[] {
  if (outcome.kind === 'unsupported') return test.requirements;
  return outcome.kind === 'fail' ? outcome.requirements : [];
}

function key(name: string, outcome: ListedKind): string {
  return `${outcome} ${name}`;
}
