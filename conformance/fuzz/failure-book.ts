import { ABOUT_TEXT } from '../../spec/generated/attributes.ts';
import type { RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { TestCase } from '../case/case.ts';
import type { CaseResult } from '../judge/outcome.ts';
import { Evidence } from './evidence.ts';
import type { Failure, Shown } from './failure.ts';
import { SharedCauses } from './shared-causes.ts';
import { likeliestFirst, type Suspect } from './suspect.ts';
import { takeShortest } from './take-shortest.ts';
import { essenceOf, subjectsOf, symptomKey, symptomsOf, type Symptom } from '../judge/symptom.ts';

/** Failures whose symptoms have the same key. */
interface Group {
  readonly settled: Entry[];
  readonly waiting: Suspect[];
  /** Number of failures that came when enough of their key were waiting or settled. */
  uncounted: number;
}

interface Entry {
  readonly shown: Shown;
  /** The requirements that may be the cause, the likeliest first. */
  readonly essence: ReadonlySet<RequirementId>;
  cause: ReadonlySet<RequirementId>;
  /** Number of right cases that `cause` takes into account. */
  passes: number;
  count: number;
}

/** Waiting failures are limited to this many per key. A settled one explains most of the others. */
const MOST_WAITING = 2000;
/** If this many failures wait in all, each key is limited to a few, because each holds its document and its answer. */
const MANY_WAITING = 10_000;
const FEW_WAITING = 5;
/** This many keys are distinguished. A program that names another place each time makes keys without end. */
const MOST_KEYS = 1000;
/** At most this many failures with the same key are distinguished, and at most `MOST` in all. */
const MOST_OF_A_KEY = 5;
const MOST = 200;

/** Distinguishes failures and counts each. */
export class FailureBook {
  readonly #groups = new Map<string, Group>();
  readonly #entries: Entry[] = [];
  readonly #evidence = new Evidence();
  /** Groups all failing cases by cause, across fields. */
  readonly #shared: SharedCauses;
  #waiting = 0;
  /** Number of failures beyond the limit of keys. */
  #keyless = 0;
  /** The suspect that is being investigated, and its group. */
  #underWay: { readonly group: Group; readonly suspect: Suspect } | undefined;

  /** `topicOf` returns the topic of a requirement. */
  constructor(topicOf: (requirement: string) => string | undefined) {
    this.#shared = new SharedCauses(topicOf);
  }

  /** True if enough cases went right to distinguish failures well. */
  get isInformed(): boolean {
    return this.#evidence.isEnough;
  }

  /** Adds a case that was answered rightly. */
  pass(test: TestCase): void {
    this.#evidence.accept(test, []);
    this.#shared.pass(test);
  }

  /** Adds the symptoms of a result. Returns whether there is something to investigate. */
  add(result: CaseResult): boolean {
    let isNew = false;
    const symptoms = symptomsOf(result);
    this.#shared.fail(result, symptoms);
    if (symptoms.every(({ kind }) => kind === 'wrong-value' || kind === 'left-out'))
      this.#evidence.accept(result.test, symptoms);
    for (const symptom of symptoms) {
      const key = symptomKey(symptom);
      if (this.#countKnown(this.#groups.get(key), { symptom, result })) continue;
      if (this.#keep(key, { symptom, result })) isNew = true;
    }
    return isNew;
  }

  /** Returns whether a suspect may wait. If not, it is only counted. */
  #keep(key: string, suspect: Suspect): boolean {
    if (!this.#groups.has(key) && this.#groups.size >= MOST_KEYS) {
      this.#keyless += 1;
      return false;
    }
    const group = this.#group(key);
    const most = this.#waiting < MANY_WAITING ? MOST_WAITING : FEW_WAITING;
    const mayWait =
      group.waiting.length < most && group.settled.length < MOST_OF_A_KEY && this.#entries.length < MOST;
    if (mayWait) {
      group.waiting.push(suspect);
      this.#waiting += 1;
    } else {
      group.uncounted += 1;
    }
    return mayWait;
  }

  /**
   * Adds the result of an investigation. Returns the failure if it is new. A failure that may still turn out to be
   * another spelling of an earlier one is not returned: `finish` decides.
   */
  settle(shown: Shown): Failure | undefined {
    this.#underWay = undefined;
    return this.#settle(shown, 1);
  }

  /** Adds a saved find that fails, which needs no investigation. Returns the failure if it is new. */
  settleFind(shown: Shown): Failure | undefined {
    return this.#settle(shown, 1);
  }

  #settle(shown: Shown, count: number): Failure | undefined {
    const { symptom, result } = shown;
    this.#shared.update();
    const group = this.#group(symptomKey(symptom));
    const known = this.#explaining(group, symptom, result.test);
    if (known !== undefined) {
      known.count += count;
      return undefined;
    }
    const essence = likeliestFirst(essenceOf(symptom, result.test), group.waiting);
    const entry: Entry = { shown, essence, cause: essence, passes: 0, count };
    const mayBeKnown = group.settled.some((earlier) => this.#mayBeOne(earlier, entry));
    group.settled.push(entry);
    this.#entries.push(entry);
    this.#reconsider(group);
    return mayBeKnown ? undefined : this.#failureOf(entry);
  }

  /** Returns whether two failures with the same key share a requirement, so that more cases may show them to be one. */
  #mayBeOne(earlier: Entry, later: Entry): boolean {
    const cause = this.#causeOf(earlier);
    return [...this.#causeOf(later)].some((id) => cause.has(id));
  }

  /** Removes the waiting failures that a new entry explains, or all if there are enough entries with their key. */
  #reconsider(group: Group): void {
    const waiting = group.waiting.splice(0);
    const open = waiting.filter((suspect) => !this.#countKnown(group, suspect));
    if (group.settled.length < MOST_OF_A_KEY) group.waiting.push(...open);
    else group.uncounted += open.length;
    this.#waiting -= waiting.length - group.waiting.length;
  }

  /** Returns whether a known failure may have the same cause. */
  isKnown(symptom: Symptom, test: TestCase): boolean {
    return this.#explaining(this.#groups.get(symptomKey(symptom)), symptom, test) !== undefined;
  }

  /** Returns whether all symptoms of a result are known. */
  isFamiliar(result: CaseResult): boolean {
    const symptoms = symptomsOf(result);
    return symptoms.length > 0 && symptoms.every((symptom) => this.isKnown(symptom, result.test));
  }

  /** Returns the next suspect to investigate. `settle` must follow. */
  next(): Suspect | undefined {
    if (this.#entries.length >= MOST) return undefined;
    this.#shared.update();
    for (const group of this.#groups.values()) {
      for (
        let suspect = takeShortest(group.waiting);
        suspect !== undefined;
        suspect = takeShortest(group.waiting)
      ) {
        this.#waiting -= 1;
        // Cases since it came may have revealed its cause.
        if (this.#countKnown(group, suspect)) continue;
        this.#underWay = { group, suspect };
        return suspect;
      }
    }
    return undefined;
  }

  /**
   * Returns all distinct failures in the order in which they were settled. Failures without an investigation come
   * last, or are only counted if the run ended early.
   */
  finish(isWhole: boolean): { readonly failures: readonly Failure[]; readonly uncounted: number } {
    if (this.#underWay !== undefined) this.#underWay.group.waiting.unshift(this.#underWay.suspect);
    for (const { waiting } of this.#groups.values()) {
      const [first] = waiting;
      if (isWhole && first !== undefined && this.#entries.length < MOST)
        this.#settle({ ...first, shrinking: { kind: 'cut', tries: 0 } }, 0);
    }
    this.#shared.update();
    const kept = this.#merge();
    let uncounted = this.#keyless;
    for (const group of this.#groups.values()) uncounted += group.waiting.length + attribute(group, kept);
    return { failures: [...kept].map((entry) => this.#failureOf(entry)), uncounted };
  }

  /**
   * Returns the entries that no earlier entry explains by their present causes. An entry that explains another takes
   * over its count.
   */
  #merge(): ReadonlySet<Entry> {
    const kept = new Set<Entry>();
    for (const entry of this.#entries) {
      const { symptom, result } = entry.shown;
      const { settled } = this.#group(symptomKey(symptom));
      const subjects = subjectsOf(symptom, result.test);
      const earlier =
        settled.find((each) => kept.has(each) && isWithin(this.#causeOf(each), subjects)) ??
        this.#sharing(symptom, [...kept]);
      if (earlier === undefined) kept.add(entry);
      else earlier.count += entry.count;
    }
    return kept;
  }

  /** Returns an entry elsewhere with the same cause, such as a shared reader. */
  #sharing(symptom: Symptom, entries: readonly Entry[]): Entry | undefined {
    const others = this.#evidence.isEnough ? entries : [];
    return this.#shared.firstAlike(symptom, others, (entry) => entry.shown.symptom);
  }

  #failureOf(entry: Entry): Failure {
    return {
      ...entry.shown,
      cause: this.#causeOf(entry),
      count: entry.count,
      places: this.#shared.placesOf(entry.shown.symptom),
    };
  }

  #group(key: string): Group {
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    const group: Group = { settled: [], waiting: [], uncounted: 0 };
    this.#groups.set(key, group);
    return group;
  }

  /** Counts a failure that a settled one explains. Returns whether there is one. */
  #countKnown(group: Group | undefined, { symptom, result }: Suspect): boolean {
    const known = this.#explaining(group, symptom, result.test);
    if (known !== undefined) known.count += 1;
    return known !== undefined;
  }

  /** Returns a settled failure that seems to have the same cause. */
  #explaining(group: Group | undefined, symptom: Symptom, test: TestCase): Entry | undefined {
    if (this.#entries.length === 0) return undefined;
    const subjects = subjectsOf(symptom, test);
    return (
      group?.settled.find((entry) => isWithin(this.#causeOf(entry), subjects)) ??
      this.#entries.find((entry) => this.#isMisreading(entry) && isWithin(this.#causeOf(entry), subjects)) ??
      this.#sharing(symptom, this.#entries)
    );
  }

  /** Returns whether an entry is a misread YAML notation, which fails at any place and with varying symptoms. */
  #isMisreading(entry: Entry): boolean {
    const cause = [...this.#causeOf(entry)];
    return cause.length > 0 && cause.every((id) => ABOUT_TEXT.has(id));
  }

  /** Returns the cause. It is narrowed down again each time the number of right cases has doubled. */
  #causeOf(entry: Entry): ReadonlySet<RequirementId> {
    const { count } = this.#evidence;
    if (count >= 2 * entry.passes && count > 0) {
      entry.cause = this.#evidence.narrow(entry.shown.symptom, entry.essence);
      entry.passes = count;
    }
    return entry.cause;
  }
}

/** Adds the uncounted failures to the only failure of their key. If it is not the only one, returns their number. */
function attribute({ settled, uncounted }: Group, kept: ReadonlySet<Entry>): number {
  const [only, ...others] = settled.filter((entry) => kept.has(entry));
  if (only === undefined || others.length > 0) return uncounted;
  only.count += uncounted;
  return 0;
}

function isWithin(cause: ReadonlySet<RequirementId>, subjects: ReadonlySet<RequirementId>): boolean {
  return [...cause].every((id) => subjects.has(id));
}
