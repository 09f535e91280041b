import { ABOUT_TEXT } from '../../spec/generated/attributes.ts';
import type { RequirementId } from '../../spec/generated/levels.ts';
import type { TestCase } from '../case/case.ts';
import type { CaseResult } from '../judge/outcome.ts';
import { Evidence } from './evidence.ts';
import type { Failure, Shown } from './failure.ts';
import { SharedCauses } from './shared-causes.ts';
import { essenceOf, subjectsOf, symptomKey, symptomsOf, type Symptom } from '../judge/symptom.ts';

/** A failure that nothing known explains: it waits to be looked into. */
export interface Suspect {
  readonly symptom: Symptom;
  readonly result: CaseResult;
}

/** Failures whose symptoms have the same key. */
interface Group {
  readonly settled: Entry[];
  readonly waiting: Suspect[];
  /** Came when enough of their kind were waiting or settled. */
  uncounted: number;
}

interface Entry {
  readonly shown: Shown;
  /** All that it may be due to, the likeliest first. */
  readonly essence: ReadonlySet<RequirementId>;
  cause: ReadonlySet<RequirementId>;
  /** How many passes its cause takes into account. */
  passes: number;
  count: number;
}

/** So many of one key wait at a time; when one is settled, it explains most of the others. */
const MOST_WAITING = 2000;
/** Where so many wait in all, a key has no more than a few: what waits is held with its document and its answer. */
const MANY_WAITING = 10_000;
const FEW_WAITING = 5;
/** So many keys are told apart: a program that names another place each time makes more without end. */
const MOST_KEYS = 1000;
/** At least so many of them tell by what they have in common, and so many are looked at. */
const TELLING = 5;
const COUNTED = 50;
/** So many failures with the same key are told apart, and so many in all. */
const MOST_OF_A_KEY = 5;
const MOST = 200;

/** Tells failures apart, and counts each. */
export class FailureBook {
  readonly #groups = new Map<string, Group>();
  readonly #entries: Entry[] = [];
  readonly #evidence = new Evidence();
  /** Groups all failing cases by cause, over fields too. */
  readonly #shared: SharedCauses;
  #waiting = 0;
  /** Failures whose keys are too many. */
  #keyless = 0;
  /** Of the suspect that is being looked into. */
  #underWay: { readonly group: Group; readonly suspect: Suspect } | undefined;

  /** `topicOf` tells the topic of a requirement. */
  constructor(topicOf: (requirement: string) => string | undefined) {
    this.#shared = new SharedCauses(topicOf);
  }

  /** Whether enough went right to tell failures apart well. */
  get isInformed(): boolean {
    return this.#evidence.isEnough;
  }

  /** Takes in a case that was answered rightly. */
  pass(test: TestCase): void {
    this.#evidence.accept(test, []);
    this.#shared.pass(test);
  }

  /** Takes in what is wrong with a result; tells whether there is something to look into. */
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

  /** Whether a suspect may wait; else it is only counted. */
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

  /** Takes in what became of the suspect that was looked into: it is given back if it is new. */
  settle(shown: Shown): Failure | undefined {
    this.#underWay = undefined;
    return this.#settle(shown, 1);
  }

  /** Takes in a saved find that fails, which nobody needs to look into: it is given back if it is new. */
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
    group.settled.push(entry);
    this.#entries.push(entry);
    this.#reconsider(group);
    return this.#failureOf(entry);
  }

  /** After a new entry: what it explains waits no longer, and where there are enough of its key, nothing does. */
  #reconsider(group: Group): void {
    const waiting = group.waiting.splice(0);
    const open = waiting.filter((suspect) => !this.#countKnown(group, suspect));
    if (group.settled.length < MOST_OF_A_KEY) group.waiting.push(...open);
    else group.uncounted += open.length;
    this.#waiting -= waiting.length - group.waiting.length;
  }

  /** Whether a failure has been found already that may have the same cause. */
  isKnown(symptom: Symptom, test: TestCase): boolean {
    return this.#explaining(this.#groups.get(symptomKey(symptom)), symptom, test) !== undefined;
  }

  /** Whether all that is wrong with a result has been found already. */
  isFamiliar(result: CaseResult): boolean {
    const symptoms = symptomsOf(result);
    return symptoms.length > 0 && symptoms.every((symptom) => this.isKnown(symptom, result.test));
  }

  /** The next suspect to look into; `settle` follows. */
  next(): Suspect | undefined {
    if (this.#entries.length >= MOST) return undefined;
    this.#shared.update();
    for (const group of this.#groups.values()) {
      for (let suspect = group.waiting.shift(); suspect !== undefined; suspect = group.waiting.shift()) {
        this.#waiting -= 1;
        // What passed or failed since it came may have told its cause.
        if (this.#countKnown(group, suspect)) continue;
        this.#underWay = { group, suspect };
        return suspect;
      }
    }
    return undefined;
  }

  /**
   * All that are told apart, in the order in which they were settled; those that nobody looked into come last, or, if
   * the run ended before its time, are not told apart.
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

  /** Those that none before explains, the causes narrowed down meanwhile; one that explains another has its count too. */
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

  /** A failure elsewhere with the same cause, such as a shared reader. */
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

  /** Counts a failure that a settled one explains. */
  #countKnown(group: Group | undefined, { symptom, result }: Suspect): boolean {
    const known = this.#explaining(group, symptom, result.test);
    if (known !== undefined) known.count += 1;
    return known !== undefined;
  }

  /** A settled failure that has, as far as anyone can tell, the same cause. */
  #explaining(group: Group | undefined, symptom: Symptom, test: TestCase): Entry | undefined {
    if (this.#entries.length === 0) return undefined;
    const subjects = subjectsOf(symptom, test);
    return (
      group?.settled.find((entry) => isWithin(this.#causeOf(entry), subjects)) ??
      this.#entries.find((entry) => this.#isMisreading(entry) && isWithin(this.#causeOf(entry), subjects)) ??
      this.#sharing(symptom, this.#entries)
    );
  }

  /** Whoever misreads a way of writing YAML does so wherever it stands, and whatever comes of it. */
  #isMisreading(entry: Entry): boolean {
    const cause = [...this.#causeOf(entry)];
    return cause.length > 0 && cause.every((id) => ABOUT_TEXT.has(id));
  }

  /** Narrowed down anew each time that the passes have doubled. */
  #causeOf(entry: Entry): ReadonlySet<RequirementId> {
    const { count } = this.#evidence;
    if (count >= 2 * entry.passes && count > 0) {
      entry.cause = this.#evidence.narrow(entry.shown.symptom, entry.essence);
      entry.passes = count;
    }
    return entry.cause;
  }
}

/** In the order of how many of the suspects rest on each; few suspects tell nothing, and it stays as it is. */
function likeliestFirst(
  essence: ReadonlySet<RequirementId>,
  suspects: readonly Suspect[],
): ReadonlySet<RequirementId> {
  if (suspects.length < TELLING) return essence;
  const counts = new Map([...essence].map((id) => [id, 0]));
  for (const { symptom, result } of suspects.slice(0, COUNTED)) {
    const subjects = subjectsOf(symptom, result.test);
    for (const [id, count] of counts) if (subjects.has(id)) counts.set(id, count + 1);
  }
  return new Set([...essence].sort((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0)));
}

/** Counts what was passed over for the only failure of its key, if there is one; else gives the number back. */
function attribute({ settled, uncounted }: Group, kept: ReadonlySet<Entry>): number {
  const [only, ...others] = settled.filter((entry) => kept.has(entry));
  if (only === undefined || others.length > 0) return uncounted;
  only.count += uncounted;
  return 0;
}

function isWithin(cause: ReadonlySet<RequirementId>, subjects: ReadonlySet<RequirementId>): boolean {
  return [...cause].every((id) => subjects.has(id));
}
