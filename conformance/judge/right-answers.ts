/** This many right answers are remembered, the latest ones. */
const KEPT = 4096;
const WORDS = KEPT / 32;

/**
 * The requirements behind rightly answered cases, which are the evidence against a suspected requirement. Adding an
 * answer is as cheap as possible, because most runs never ask. Of many answers only the latest are kept, and counts
 * are scaled up from those.
 */
export class RightAnswers {
  readonly #kept: (readonly string[])[] = [];
  /** Requirements of valid cases that failed. */
  readonly #mentioned = new Set<string>();
  #count = 0;
  #index: ReadonlyMap<string, Uint32Array> | undefined;

  get count(): number {
    return this.#count;
  }

  /** Every requirement that some right answer rests on. */
  get requirements(): readonly string[] {
    this.#index ??= indexOf(this.#kept);
    return [...this.#index.keys()];
  }

  /** Adds one right answer with all requirements that it rests on. */
  add(requirements: readonly string[]): void {
    this.#kept[this.#count % KEPT] = requirements;
    this.#count += 1;
    this.#index = undefined;
  }

  /** Adds the requirements that a failing case exercises, because a right answer to it would rest on them. */
  mention(requirements: readonly string[]): void {
    for (const id of requirements) this.#mentioned.add(id);
  }

  /** Returns whether right answers that rest on this requirement name it. */
  isExercised(id: string): boolean {
    this.#index ??= indexOf(this.#kept);
    return this.#mentioned.has(id) || this.#index.has(id);
  }

  /**
   * Returns the number of right answers that rest on all of these requirements. With many answers it is an estimate.
   */
  restingOn(requirements: readonly string[]): number {
    this.#index ??= indexOf(this.#kept);
    const rows = requirements.map((id) => this.#index?.get(id));
    let found = 0;
    for (let word = 0; word < WORDS; word += 1) {
      let bits = 0xffff_ffff;
      for (const row of rows) bits &= row?.[word] ?? 0;
      found += bitCount(bits);
    }
    return requirements.length === 0 ? this.#count : (found * this.#count) / Math.max(1, this.#kept.length);
  }
}

/** Returns one bit per kept answer for each requirement. */
function indexOf(kept: readonly (readonly string[])[]): ReadonlyMap<string, Uint32Array> {
  const rows = new Map<string, Uint32Array>();
  kept.forEach((requirements, at) => {
    for (const id of requirements) {
      const row = rows.get(id) ?? new Uint32Array(WORDS);
      rows.set(id, row);
      row[at >>> 5] = (row[at >>> 5] ?? 0) | (1 << (at & 31));
    }
  });
  return rows;
}

function bitCount(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x5555_5555);
  left = (left & 0x3333_3333) + ((left >>> 2) & 0x3333_3333);
  return (((left + (left >>> 4)) & 0x0f0f_0f0f) * 0x0101_0101) >>> 24;
}
