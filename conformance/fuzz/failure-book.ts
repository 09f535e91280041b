import { explains, isSameFailure, type Failure } from './failure.ts';
import { symptomKey, symptomsOf, type Symptom } from './symptom.ts';
import type { CaseResult } from '../judge/outcome.ts';
import type { TestCase } from '../case/case.ts';

/** A failure that nothing known explains: it waits to be looked into. */
export interface Suspect {
  readonly symptom: Symptom;
  readonly result: CaseResult;
}

/** Failures whose symptoms have the same key. */
interface Group {
  readonly settled: Failure[];
  readonly waiting: Suspect[];
  /** Came when enough of their kind were waiting. */
  uncounted: number;
}

/** So many of one key wait at a time; when one is settled, it explains most of the others. */
const MOST_WAITING = 200;
/** So many failures with the same key are told apart, and so many in all. */
const MOST_OF_A_KEY = 5;
const MOST = 200;

/** Tells failures apart, and counts each. */
export class FailureBook {
  readonly #groups = new Map<string, Group>();
  readonly #failures: Failure[] = [];
  /** Of the suspect that is being looked into. */
  #underWay: { readonly group: Group; readonly suspect: Suspect } | undefined;

  /** Takes in what is wrong with a result; tells whether there is something to look into. */
  add(result: CaseResult): boolean {
    let isNew = false;
    for (const symptom of symptomsOf(result)) {
      const group = this.#group(symptomKey(symptom));
      if (!countKnown(group, { symptom, result })) {
        isNew = true;
        if (group.waiting.length < MOST_WAITING) group.waiting.push({ symptom, result });
        else group.uncounted += 1;
      }
    }
    return isNew;
  }

  /** Takes in a failure that needs no looking into. Where it is known already, it only counts. */
  settle(failure: Failure): Failure {
    const group = this.#group(symptomKey(failure.symptom));
    const known = group.settled.find((each) => isSameFailure(each, failure));
    if (known === undefined) {
      group.settled.push(failure);
      this.#failures.push(failure);
    } else known.count += failure.count;
    this.#underWay = undefined;
    const waiting = group.waiting.splice(0);
    group.waiting.push(...waiting.filter((suspect) => !countKnown(group, suspect)));
    return known ?? failure;
  }

  /** Whether a failure has been found already that may have the same cause. */
  isKnown(symptom: Symptom, test: TestCase): boolean {
    return this.#group(symptomKey(symptom)).settled.some((each) => explains(each, symptom, test));
  }

  hasNext(): boolean {
    return this.#nextGroup() !== undefined;
  }

  /** The next suspect to look into; `settle` follows. */
  next(): Suspect | undefined {
    const group = this.#nextGroup();
    const suspect = group?.waiting.shift();
    if (group !== undefined && suspect !== undefined) this.#underWay = { group, suspect };
    return suspect;
  }

  /** All that are told apart, in the order in which they were settled; those that nobody looked into come last. */
  finish(): { readonly failures: readonly Failure[]; readonly uncounted: number } {
    if (this.#underWay !== undefined) {
      const { group, suspect } = this.#underWay;
      group.waiting.unshift(suspect);
    }
    let uncounted = 0;
    for (const group of this.#groups.values()) {
      const [first] = group.waiting;
      if (first !== undefined && this.#failures.length < MOST) {
        const shrinking = { kind: 'cut', tries: 0 } as const;
        this.settle({ ...first, shrinking, count: 0, path: undefined });
      }
      uncounted += group.waiting.splice(0).length;
      const [failure] = group.settled;
      if (failure === undefined) uncounted += group.uncounted;
      else failure.count += group.uncounted;
    }
    return { failures: this.#failures, uncounted };
  }

  #nextGroup(): Group | undefined {
    if (this.#failures.length >= MOST) return undefined;
    for (const group of this.#groups.values()) {
      if (group.waiting.length > 0 && group.settled.length < MOST_OF_A_KEY) return group;
    }
    return undefined;
  }

  #group(key: string): Group {
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    const group: Group = { settled: [], waiting: [], uncounted: 0 };
    this.#groups.set(key, group);
    return group;
  }
}

/** Counts a failure that a settled one explains. */
function countKnown({ settled }: Group, { symptom, result }: Suspect): boolean {
  const known = settled.find((each) => explains(each, symptom, result.test));
  if (known !== undefined) known.count += 1;
  return known !== undefined;
}
