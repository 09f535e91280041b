import { ABOUT_TEXT } from '../../spec/generated/attributes.ts';
import type { RequirementId } from '../../spec/generated/levels.ts';
import { REQUIREMENTS } from '../../spec/generated/requirements.ts';
import type { TestCase } from '../case/case.ts';
import { exercisedBy } from '../case/generated-cases.ts';
import { originsOf } from '../judge/origins.ts';
import { generalized, symptomKey, type Symptom } from '../judge/symptom.ts';

/** With fewer cases, that something never went right says nothing. */
const ENOUGH = 300;
/** So many cases are remembered, the latest ones. */
const KEPT = 5000;
/** In so many documents at most is looked up what a single value rests on. */
const LOOKED_UP = 100;

const WORDS = Math.ceil(REQUIREMENTS.length / 32);
const places = new Map<RequirementId, number>(REQUIREMENTS.map(({ id }, index) => [id, index]));

/** A valid case that was accepted, and the keys of the values that were wrong in it. */
interface Accepted {
  readonly test: TestCase;
  readonly wrong: readonly string[];
}

/**
 * What accepted cases tell about the cause of a failure: whoever gets a value right that rests on certain requirements
 * does not fail because of those alone.
 */
export class Evidence {
  readonly #accepted: Accepted[] = [];
  /** What each of them rests on, as bits. */
  readonly #bits = new Uint32Array(KEPT * WORDS);
  #count = 0;

  /** How many cases were taken in. */
  get count(): number {
    return this.#count;
  }

  /** Whether there are enough to narrow a cause down. */
  get isEnough(): boolean {
    return this.#count >= ENOUGH;
  }

  /** Takes in a case that was accepted, and what was wrong with it, if anything. */
  accept(test: TestCase, wrong: readonly Symptom[]): void {
    if (test.expected.kind === 'rejected') return;
    const at = this.#count % KEPT;
    this.#accepted[at] = { test, wrong: wrong.map(symptomKey) };
    this.#bits.fill(0, at * WORDS, (at + 1) * WORDS);
    for (const id of exercisedBy(test)) setBit(this.#bits, at * WORDS, id);
    this.#count += 1;
  }

  /**
   * The requirements without those that are not needed to tell what fails from what goes right, never none; the last
   * ones go before the first ones. All of them while there are too few cases.
   */
  narrow(symptom: Symptom, requirements: ReadonlySet<RequirementId>): ReadonlySet<RequirementId> {
    if (!this.isEnough) return requirements;
    let needed = [...requirements];
    for (const id of [...requirements].reverse()) {
      const without = needed.filter((each) => each !== id);
      if (without.length > 0 && !this.#isRefuted(symptom, without)) needed = without;
    }
    return new Set(needed);
  }

  /** Whether something that rests on all of these went right. */
  #isRefuted(symptom: Symptom, requirements: readonly RequirementId[]): boolean {
    const key = symptomKey(symptom);
    const wanted = new Uint32Array(WORDS);
    for (const id of requirements) setBit(wanted, 0, id);
    let lookedUp = 0;
    for (const [index, { test, wrong }] of this.#accepted.entries()) {
      if (!holds(this.#bits, index * WORDS, wanted) || wrong.includes(key)) continue;
      // Whoever refuses a document, or dies of it, does so as a whole.
      if (symptom.kind !== 'wrong-value' || restsThere(test, symptom.path, requirements)) return true;
      lookedUp += 1;
      if (lookedUp === LOOKED_UP) return false;
    }
    return false;
  }
}

/** Whether a single value at this place rests on all of these; what is about YAML counts for the whole document. */
function restsThere(test: TestCase, place: string, requirements: readonly RequirementId[]): boolean {
  const ofValue = requirements.filter((id) => !ABOUT_TEXT.has(id));
  const below = new Set<RequirementId>();
  for (const [path, origin] of originsOf(test.input)) {
    const general = generalized(path);
    if (general === place && ofValue.every((id) => origin.requirements.includes(id))) return true;
    if (general.startsWith(`${place}/`)) for (const id of origin.requirements) below.add(id);
  }
  return below.size > 0 && ofValue.every((id) => below.has(id));
}

function setBit(bits: Uint32Array, start: number, id: RequirementId): void {
  const place = places.get(id) ?? 0;
  const word = start + (place >>> 5);
  bits[word] = (bits[word] ?? 0) | (1 << (place & 31));
}

function holds(all: Uint32Array, start: number, wanted: Uint32Array): boolean {
  for (let word = 0; word < WORDS; word += 1) {
    const bits = wanted[word] ?? 0;
    if (((all[start + word] ?? 0) & bits) !== (bits | 0)) return false;
  }
  return true;
}
