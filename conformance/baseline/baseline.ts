import type { InputKind } from '../../spec/generated/protocol.ts';
import type { Baseline, BaselineEntry, ListedKind } from './baseline-file.ts';
import type { TestCase } from '../case/case.ts';
import { exercisedBy } from '../case/generated-cases.ts';
import { isListable, type CaseResult } from '../judge/outcome.ts';
import { EntryAims } from './entry-aims.ts';
import { wrongPartsOf, type WrongPart } from './wrong-parts.ts';

/** How far the entries of a baseline account for a result. */
export interface Match {
  /** The entries that list its parts, each once. */
  readonly entries: readonly BaselineEntry[];
  /** The parts that no entry lists. */
  readonly open: readonly WrongPart[];
}

const NOTHING_WRONG: Match = { entries: [], open: [] };

/** An entry that should be deleted. */
export interface StaleEntry {
  readonly entry: BaselineEntry;
  readonly why: 'no longer fails' | 'matches nothing';
}

/** Finds the entries that list a failure or an unsupported case, and remembers which entries have matched. */
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

  /**
   * Compares a result with the entries. It is listed if there is one for every part of it, so that an entry never
   * excuses a second bug in the same case.
   */
  match(result: CaseResult): Match {
    const { test, outcome } = result;
    if (!isListable(outcome)) return NOTHING_WRONG;
    const parts = wrongPartsOf(result);
    const found = this.#entriesFor(
      test.id,
      outcome.kind,
      parts.flatMap(({ requirements }) => requirements),
    );
    const entries = new Set<BaselineEntry>();
    const open = parts.filter((part) => {
      const covering = found.filter((entry) => covers(entry, part));
      // All of them count as used, although one is enough, because none of them has stopped failing.
      for (const entry of covering) this.#used.add(entry);
      const [first] = covering;
      if (first !== undefined) entries.add(first);
      return first === undefined;
    });
    return { entries: [...entries], open };
  }

  /** Returns every entry that may list a failure: an entry for this one case first, and then in the order of the file. */
  #entriesFor(id: string, kind: ListedKind, requirements: readonly string[]): readonly BaselineEntry[] {
    const found = this.#aims.of({ id, requirements }).filter(({ outcome }) => outcome === kind);
    return found.sort(
      (one, other) =>
        Number(one.flaky) - Number(other.flaky) ||
        Number(isExact(other)) - Number(isExact(one)) ||
        one.line - other.line,
    );
  }

  /** Takes note of a case of the corpus, asked or not. `isHere` is false for a case that another shard asks. */
  made(test: TestCase, isHere = true): void {
    const { kind } = test.input;
    for (const entry of this.#entriesAbout(test)) {
      const { made, due } = this.#countsOf(entry);
      made[kind] += 1;
      if (isHere) due[kind] += 1;
    }
  }

  /** Takes note of a result. */
  settled({ test, outcome }: CaseResult): void {
    if (outcome.kind === 'not-run') return;
    this.#taken.add(test.input.kind);
    for (const entry of this.#entriesAbout(test)) this.#countsOf(entry).settled[test.input.kind] += 1;
  }

  /** Returns the flaky entries that matched no failure. They are no error, because they may also pass. */
  neverFailed(): BaselineEntry[] {
    return this.#baseline.entries.filter((entry) => {
      const { made } = this.#countsOf(entry);
      return entry.flaky && !this.#used.has(entry) && made.json + made.yaml > 0;
    });
  }

  #entriesAbout(test: TestCase): readonly BaselineEntry[] {
    return this.#aims.of({ id: test.id, requirements: exercisedBy(test) });
  }

  /**
   * Returns the entries that matched no failure. A flaky one is stale only if it matches nothing at all. An entry is kept if this run left some of its cases open, because
   * these may still fail. A run that did not go through the whole corpus only shows what became of single cases.
   */
  stale(isWhole: boolean): StaleEntry[] {
    return this.#baseline.entries.flatMap((entry): StaleEntry[] => {
      if (this.#used.has(entry) || !(isWhole || isExact(entry))) return [];
      const { made, due, settled } = this.#countsOf(entry);
      if (made.json + made.yaml === 0) return isWhole ? [{ entry, why: 'matches nothing' }] : [];
      // Cases of a kind that the program does not take are never asked, so they don't keep an entry open.
      const kinds = [...this.#taken].filter((kind) => made[kind] > 0);
      const isSettled =
        !entry.flaky && kinds.length > 0 && kinds.every((kind) => settled[kind] === due[kind]);
      return isSettled ? [{ entry, why: 'no longer fails' }] : [];
    });
  }

  #countsOf(entry: BaselineEntry): EntryCounts {
    const known = this.#counts.get(entry);
    if (known !== undefined) return known;
    const counts = { made: noCases(), due: noCases(), settled: noCases() };
    this.#counts.set(entry, counts);
    return counts;
  }
}

/** The numbers of cases that an entry could be about: in the corpus, in this shard of it, and among the results. */
interface EntryCounts {
  readonly made: Record<InputKind, number>;
  readonly due: Record<InputKind, number>;
  readonly settled: Record<InputKind, number>;
}

function noCases(): Record<InputKind, number> {
  return { json: 0, yaml: 0 };
}

/** Returns whether an entry that is about a case accounts for one part of what is wrong with it. */
function covers({ target: { kind, name }, symptom, breaks }: BaselineEntry, part: WrongPart): boolean {
  if (symptom !== undefined && symptom !== part.symptom) return false;
  if (kind === 'requirement') return part.requirements.some((id) => id === name);
  return breaks === undefined || part.requirements.some((id) => breaks.includes(id));
}

/** Returns whether an entry names a single case. */
function isExact({ target: { kind, name } }: BaselineEntry): boolean {
  return kind === 'case' && !name.includes('*');
}
