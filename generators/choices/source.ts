/**
 * The source of decisions for generators: random, replayed or recorded.
 *
 * Two rules make every value shrinkable that is drawn from a source: 0 is always the simplest decision, and related
 * decisions (those of a field, or of an item of a list) are drawn in a span of their own.
 */
export interface Source {
  /** Returns an integer from 0 to `bound` − 1; `bound` is at most 2^21. */
  below(bound: number): number;
  /**
   * Begins a span. An `item` can be removed from its list as a whole. A replay finds a span with a name by its name,
   * even if earlier spans are gone, and any other span by its position.
   */
  enter(kind: 'part' | 'item', name?: string): void;
  leave(): void;
}

/** A fast source of pseudo-random decisions (xoroshiro64**). Equal seeds give equal decisions on every machine. */
export class RandomSource implements Source {
  #low: number;
  #high: number;

  /** The seed is two words of 32 bits. */
  constructor(low: number, high: number) {
    this.#low = low | 0;
    this.#high = high | 0;
    if (this.#low === 0 && this.#high === 0) this.#low = 1;
  }

  below(bound: number): number {
    const product = Math.imul(this.#low, 0x9e3779bb);
    const random = Math.imul((product << 5) | (product >>> 27), 5) >>> 0;
    const mixed = this.#high ^ this.#low;
    this.#low = ((this.#low << 26) | (this.#low >>> 6)) ^ mixed ^ (mixed << 9);
    this.#high = (mixed << 13) | (mixed >>> 19);
    // The result has at most 21 bits, so `| 0` drops the fraction as `Math.floor` does, and faster.
    return ((random * bound) / 0x1_0000_0000) | 0;
  }

  enter(): void {
    // Random decisions don't depend on spans.
  }

  leave(): void {
    // Random decisions don't depend on spans.
  }
}

/** Returns the seed of one case of a batch. Cases with neighbouring numbers have nothing in common. */
export function seedOf(seed: number, index: number): readonly [low: number, high: number] {
  const low = mix(seed ^ mix(index));
  return [low, mix(low + index + 0x9e3779b9)];
}

/** Mixes the bits of a word, with the finalizer of MurmurHash3. */
function mix(word: number): number {
  let mixed = word | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
