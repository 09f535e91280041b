import { ABOUT_TEXT } from '../../spec/generated/attributes.ts';
import { REQUIREMENT_IDS, type RequirementId } from '../../spec/generated/requirement-ids.ts';
import type { TestCase } from '../case/case.ts';
import { exercisedBy } from '../case/generated-cases.ts';
import { originsOf } from '../judge/origins.ts';
import { generalized, symptomKey, type Symptom } from '../judge/symptom.ts';

/** With fewer cases, it means nothing that a requirement never went right. */
const ENOUGH = 300;
/** Number of cases that are remembered, the latest ones. */
const KEPT = 5000;
/** The requirements behind single values are looked up in at most this many documents. */
const LOOKED_UP = 100;

const WORDS = Math.ceil(REQUIREMENT_IDS.length / 32);
const places = new Map<RequirementId, number>(REQUIREMENT_IDS.map((id, index) => [id, index]));

/** An accepted valid case, and the keys of its wrong values. */
interface Accepted {
  readonly test: TestCase;
  readonly wrong: readonly string[];
}

/**
 * The evidence of accepted cases about the cause of a failure: requirements that some right value rests on together
 * are not the cause by themselves.
 */
export class Evidence {
  readonly #accepted: Accepted[] = [];
  /** The requirements of each accepted case, as bits. */
  readonly #bits = new Uint32Array(KEPT * WORDS);
  #count = 0;

  /** Number of cases so far. */
  get count(): number {
    return this.#count;
  }

  /** True if there are enough cases to narrow a cause down. */
  get isEnough(): boolean {
    return this.#count >= ENOUGH;
  }

  /** Adds an accepted case with its wrong values, if it has any. */
  accept(test: TestCase, wrong: readonly Symptom[]): void {
    if (test.expected.kind === 'rejected') return;
    const at = this.#count % KEPT;
    this.#accepted[at] = { test, wrong: wrong.map(symptomKey) };
    this.#bits.fill(0, at * WORDS, (at + 1) * WORDS);
    for (const id of exercisedBy(test)) setBit(this.#bits, at * WORDS, id);
    this.#count += 1;
  }

  /**
   * Removes the requirements that are not needed to separate failures from right cases. It tries the last ones first
   * and never removes all. With too few cases, it removes none.
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

  /** Returns whether something right rests on all of these requirements. */
  #isRefuted(symptom: Symptom, requirements: readonly RequirementId[]): boolean {
    const key = symptomKey(symptom);
    const wanted = new Uint32Array(WORDS);
    for (const id of requirements) setBit(wanted, 0, id);
    let lookedUp = 0;
    for (const [index, { test, wrong }] of this.#accepted.entries()) {
      if (!holds(this.#bits, index * WORDS, wanted) || wrong.includes(key)) continue;
      // A program refuses a document, or crashes, because of the whole document, so no place is compared.
      if (symptom.kind !== 'wrong-value' || restsThere(test, symptom.path, requirements)) return true;
      lookedUp += 1;
      if (lookedUp === LOOKED_UP) return false;
    }
    return false;
  }
}

/**
 * Returns whether a single value at this place rests on all of these requirements. Requirements of YAML count for the
 * whole document.
 */
function restsThere(test: TestCase, place: string, requirements: readonly RequirementId[]): boolean {
  const ofValue = requirements.filter((id) => !ABOUT_TEXT.has(id));
  const below = new Set<RequirementId>();
  for (const [path, origin] of originsOf(test)) {
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
