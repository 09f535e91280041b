import { isSeq, YAMLSeq } from 'yaml';
import type { LogStaleEntry } from '../../spec/generated/event-log.ts';
import { exercisedBy, isGenerated } from '../case/generated-cases.ts';
import { isFailure, type CaseResult } from '../judge/outcome.ts';
import { BaselineMatcher } from './baseline.ts';
import { entryText, type Baseline, type FailureKind } from './baseline-file.ts';

const NO_REASON = 'not explained yet';
const HEADING = ` Known failures. Each entry names a case (* stands for any text) or a requirement, the outcome, and a reason.
 CI passes while exactly these fail; an entry that no longer fails is an error.`;

/** A failure that may need an entry for its case alone. */
interface NamedFailure {
  readonly id: string;
  readonly outcome: FailureKind;
  /** The requirements that a wrong answer breaks. Any other failure breaks none. */
  readonly broken: readonly string[];
}

/** Wrong answers to generated cases that break the same requirements. */
interface FailureGroup {
  readonly broken: readonly string[];
  count: number;
}

/** Collects what a baseline must list from the results of a run, one by one, without keeping them. */
export class BaselineUpdate {
  readonly #baseline: Baseline;
  readonly #matcher: BaselineMatcher;
  readonly #named: NamedFailure[] = [];
  readonly #groups = new Map<string, FailureGroup>();
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
    if (!isFailure(outcome) || this.#matcher.match(result) !== undefined) return;
    const broken = outcome.kind === 'fail' ? outcome.requirements : [];
    if (isGenerated(test) && broken.length > 0) this.#group(broken);
    else this.#named.push({ id: test.id, outcome: outcome.kind, broken });
  }

  /**
   * Returns the text of a baseline that lists exactly the failures of the run. Entries that still match a failure stay
   * as they are, with their comments; stale entries, which the end of the run names, are removed.
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
    for (const entry of this.#newEntries()) contents.items.push(document.createNode(entry));
    document.commentBefore ??= HEADING;
    return document.toString({ lineWidth: 0 });
  }

  #group(broken: readonly string[]): void {
    const key = broken.join(' ');
    const group = this.#groups.get(key);
    if (group === undefined) this.#groups.set(key, { broken, count: 1 });
    else group.count += 1;
  }

  /**
   * Returns entries by requirement, which list all failing generated cases (there may be thousands), and then an entry
   * for each other failure, because only an entry for one case is exact.
   */
  #newEntries(): Record<string, string>[] {
    const listed: string[] = [];
    let open = [...this.#groups.values()];
    for (let next = this.#mostBroken(open); next !== undefined; next = this.#mostBroken(open)) {
      const requirement = next;
      listed.push(requirement);
      open = open.filter(({ broken }) => !broken.includes(requirement));
    }
    const rest = this.#named.filter(({ broken }) => !broken.some((id) => listed.includes(id)));
    return [
      ...listed.map((requirement) => ({ requirement, outcome: 'fail', reason: NO_REASON })),
      ...rest.map(({ id, outcome }) => ({ case: id, outcome, reason: NO_REASON })),
    ];
  }

  /**
   * Returns the requirement with the greatest share of failures among the cases that exercise it, so that its entry
   * hides as few passing cases as possible. Returns undefined if nothing breaks any.
   */
  #mostBroken(groups: readonly FailureGroup[]): string | undefined {
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
