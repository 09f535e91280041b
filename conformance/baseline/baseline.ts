import type { InputKind } from '../../spec/generated/protocol.ts';
import type { Baseline, BaselineEntry, ListedKind } from './baseline-file.ts';
import type { TestCase } from '../case/case.ts';
import { isListable, type CaseResult } from '../judge/outcome.ts';
import { EntryAims } from './entry-aims.ts';

/** An entry that should be deleted. */
export interface StaleEntry {
  readonly entry: BaselineEntry;
  readonly why: 'no longer fails' | 'matches nothing';
}

/** Finds the entry that lists a failure or an unsupported case, and remembers which entries have matched. */
export class BaselineMatcher {
  readonly #used = new Set<BaselineEntry>();
  readonly #baseline: Baseline;
  /** The entries that could be about a case. */
  readonly #aims: EntryAims;
  readonly #counts = new Map<BaselineEntry, EntryCounts>();
  /** The kinds of input that were asked. */
  readonly #taken = new Set<InputKind>();

  constructor(baseline: Baseline) {
    this.#baseline = baseline;
    this.#aims = new EntryAims(baseline.entries);
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
  #entriesFor(id: string, kind: ListedKind, requirements: readonly string[]): readonly BaselineEntry[] {
    const found = this.#aims.of({ id, requirements }).filter(({ outcome }) => outcome === kind);
    return found.sort((one, other) => Number(isExact(other)) - Number(isExact(one)) || one.line - other.line);
  }

  /** Takes note of a case of the corpus, asked or not. */
  made(test: TestCase): void {
    for (const entry of this.#aims.of(test)) this.#countsOf(entry).made[test.input.kind] += 1;
  }

  /** Takes note of a result. */
  settled({ test, outcome }: CaseResult): void {
    if (outcome.kind === 'not-run') return;
    this.#taken.add(test.input.kind);
    for (const entry of this.#aims.of(test)) this.#countsOf(entry).settled[test.input.kind] += 1;
  }

  /**
   * Returns the entries that matched no failure. An entry is kept if this run left some of its cases open, because
   * these may still fail. A run that did not go through the whole corpus only shows what became of single cases.
   */
  stale(isWhole: boolean): StaleEntry[] {
    return this.#baseline.entries.flatMap((entry): StaleEntry[] => {
      if (this.#used.has(entry) || !(isWhole || isExact(entry))) return [];
      const { made, settled } = this.#countsOf(entry);
      if (made.json + made.yaml === 0) return isWhole ? [{ entry, why: 'matches nothing' }] : [];
      // Cases of a kind that the program does not take are never asked, so they don't keep an entry open.
      const kinds = [...this.#taken].filter((kind) => made[kind] > 0);
      const isSettled = kinds.length > 0 && kinds.every((kind) => settled[kind] === made[kind]);
      return isSettled ? [{ entry, why: 'no longer fails' }] : [];
    });
  }

  #countsOf(entry: BaselineEntry): EntryCounts {
    const known = this.#counts.get(entry);
    if (known !== undefined) return known;
    const counts = { made: { json: 0, yaml: 0 }, settled: { json: 0, yaml: 0 } };
    this.#counts.set(entry, counts);
    return counts;
  }
}

/** The numbers of cases that an entry could be about: in the corpus, and among the results. */
interface EntryCounts {
  readonly made: Record<InputKind, number>;
  readonly settled: Record<InputKind, number>;
}

/** Returns whether an entry names a single case. */
function isExact({ target: { kind, name } }: BaselineEntry): boolean {
  return kind === 'case' && !name.includes('*');
}
