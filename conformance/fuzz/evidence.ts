import type { RequirementId } from '../../spec/generated/levels.ts';
import { REQUIREMENTS } from '../../spec/generated/requirements.ts';
import type { TestCase } from '../case/case.ts';
import { exercisedBy } from '../case/generated-cases.ts';

/** With fewer passes, that something never passed says nothing. */
const ENOUGH = 1000;
/** So many passes are remembered, the latest ones. */
const KEPT = 20_000;

const WORDS = Math.ceil(REQUIREMENTS.length / 32);
const places = new Map<RequirementId, number>(REQUIREMENTS.map(({ id }, index) => [id, index]));

/**
 * What valid cases that passed tell about the cause of a failure: whoever gets a document right that rests on certain
 * requirements does not fail because of those alone.
 */
export class Evidence {
  /** A set of requirements for each pass, as bits. */
  readonly #passes = new Uint32Array(KEPT * WORDS);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  pass(test: TestCase): void {
    if (test.expected.kind === 'rejected') return;
    const start = (this.#count % KEPT) * WORDS;
    this.#passes.fill(0, start, start + WORDS);
    for (const id of exercisedBy(test)) setBit(this.#passes, start, id);
    this.#count += 1;
  }

  /**
   * The requirements without those that are not needed to tell the failing documents from the passing ones, never
   * none; the last ones, about values, go before the first ones, about fields. All of them while there are few passes.
   */
  narrow(requirements: ReadonlySet<RequirementId>): ReadonlySet<RequirementId> {
    if (this.#count < ENOUGH) return requirements;
    let needed = [...requirements];
    for (const id of [...requirements].reverse()) {
      const without = needed.filter((each) => each !== id);
      if (without.length > 0 && !this.#isRefuted(without)) needed = without;
    }
    return new Set(needed);
  }

  /** Whether a document that rests on all of these has passed. */
  #isRefuted(requirements: readonly RequirementId[]): boolean {
    const wanted = new Uint32Array(WORDS);
    for (const id of requirements) setBit(wanted, 0, id);
    const known = Math.min(this.#count, KEPT);
    for (let index = 0; index < known; index += 1) {
      if (holds(this.#passes, index * WORDS, wanted)) return true;
    }
    return false;
  }
}

function setBit(bits: Uint32Array, start: number, id: RequirementId): void {
  const place = places.get(id) ?? 0;
  const word = start + (place >>> 5);
  bits[word] = (bits[word] ?? 0) | (1 << (place & 31));
}

function holds(passes: Uint32Array, start: number, wanted: Uint32Array): boolean {
  for (let word = 0; word < WORDS; word += 1) {
    const bits = wanted[word] ?? 0;
    if (((passes[start + word] ?? 0) & bits) >>> 0 !== bits) return false;
  }
  return true;
}
