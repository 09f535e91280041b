import { isSeq, YAMLSeq } from 'yaml';
import type { LogStaleEntry } from '../../spec/generated/event-log.ts';
import { exercisedBy, isGenerated } from '../case/generated-cases.ts';
import { isListable, type CaseResult } from '../judge/outcome.ts';
import { BaselineMatcher } from './baseline.ts';
import { entryText, type Baseline, type ListedKind } from './baseline-file.ts';

const NO_REASON = 'not explained yet';
const HEADING = ` Known failures. Each entry names a case (* stands for any text) or a requirement, the outcome, and a reason.
 CI passes while exactly these fail; an entry that no longer fails is an error. An unsupported case is listed like a failure.`;

/** A failure or an unsupported case that may need an entry for its case alone. */
interface NamedCase {
  readonly id: string;
  readonly outcome: ListedKind;
  /** The requirements by which it is listed. */
  readonly broken: readonly string[];
}

/** The outcomes that an entry for a requirement is written for. */
type GroupedKind = 'fail' | 'unsupported';

/** Generated cases that were answered wrongly, or are unsupported, and are listed by the same requirements. */
interface CaseGroup {
  readonly outcome: GroupedKind;
  readonly broken: readonly string[];
  count: number;
}

/** Collects what a baseline must list from the results of a run, one by one, without keeping them. */
export class BaselineUpdate {
  readonly #baseline: Baseline;
  readonly #matcher: BaselineMatcher;
  readonly #named: NamedCase[] = [];
  readonly #groups = new Map<string, CaseGroup>();
  /** The numbers of passed cases that exercise each requirement. */
  readonly #passes = new Map<string, number>();

  constructor(baseline: Baseline) {
    this.#baseline = baseline;
    this.#matcher = new BaselineMatcher(baseline);
  }

  get file(): string {
    return this.#baseline.file;
  }

  add(result: CaseResult): void {
    const { test, outcome } = result;
    if (outcome.kind === 'pass')
      for (const id of exercisedBy(test)) this.#passes.set(id, (this.#passes.get(id) ?? 0) + 1);
    if (!isListable(outcome) || this.#matcher.match(result) !== undefined) return;
    const { kind } = outcome;
    const broken = brokenBy(result);
    const isGrouped = kind === 'fail' || kind === 'unsupported';
    if (isGrouped && isGenerated(test) && broken.length > 0) this.#group(kind, broken);
    else this.#named.push({ id: test.id, outcome: kind, broken });
  }

  /**
   * Returns the text of a baseline that lists exactly the failures and unsupported cases of the run. Entries that still
   * match stay as they are, with their comments; stale entries, which the end of the run names, are removed.
   */
  text(stale: readonly LogStaleEntry[]): string {
    const { document: before, entries } = this.#baseline;
    const gone = new Set(stale.map(({ line, entry }) => `${line} ${entry}`));
    const document = before.clone();
    const contents = isSeq(document.contents) ? document.contents : new YAMLSeq<unknown>();
    document.contents = contents;
    contents.items = contents.items.filter((_, index) => {
      const entry = entries[index];
      return entry === undefined || !gone.has(`${entry.line} ${entryText(entry)}`);
    });
    for (const entry of [...this.#newEntries('fail'), ...this.#newEntries('unsupported')])
      contents.items.push(document.createNode(entry));
    document.commentBefore ??= HEADING;
    return document.toString({ lineWidth: 0 });
  }

  #group(outcome: GroupedKind, broken: readonly string[]): void {
    const key = [outcome, ...broken].join(' ');
    const group = this.#groups.get(key);
    if (group === undefined) this.#groups.set(key, { outcome, broken, count: 1 });
    else group.count += 1;
  }

  /**
   * Returns new entries for failures or for unsupported cases: entries by requirement, which list all such generated
   * cases (there may be thousands), and then an entry for each other case, because only an entry for one case is exact.
   */
  #newEntries(kind: GroupedKind): Record<string, string>[] {
    const listed: string[] = [];
    let open = [...this.#groups.values()].filter(({ outcome }) => outcome === kind);
    for (let next = this.#mostBroken(open); next !== undefined; next = this.#mostBroken(open)) {
      const requirement = next;
      listed.push(requirement);
      open = open.filter(({ broken }) => !broken.includes(requirement));
    }
    const named = this.#named.filter(
      ({ outcome }) => (outcome === 'unsupported') === (kind === 'unsupported'),
    );
    const rest = named.filter(({ broken }) => !broken.some((id) => listed.includes(id)));
    return [
      ...listed.map((requirement) => ({ requirement, outcome: kind, reason: NO_REASON })),
      ...rest.map(({ id, outcome }) => ({ case: id, outcome, reason: NO_REASON })),
    ];
  }

  /**
   * Returns the requirement with the greatest share of failures among the cases that exercise it, so that its entry
   * hides as few passing cases as possible. Returns undefined if nothing breaks any.
   */
  #mostBroken(groups: readonly CaseGroup[]): string | undefined {
    const counts = new Map<string, number>();
    for (const { broken, count } of groups)
      for (const id of broken) counts.set(id, (counts.get(id) ?? 0) + count);
    const shares = [...counts].map(([id, count]) => ({
      id,
      count,
      share: count / (count + (this.#passes.get(id) ?? 0)),
    }));
    const [most] = shares.sort((one, other) => other.share - one.share || other.count - one.count);
    return most?.id;
  }
}

/**
 * Returns the requirements by which a result is listed: those that a wrong answer breaks, or that an unsupported case
 * exercises. Any other failure breaks none.
 */
function brokenBy({ test, outcome }: CaseResult): readonly string[] {
  if (outcome.kind === 'unsupported') return test.requirements;
  return outcome.kind === 'fail' ? outcome.requirements : [];
}
