/** A set of lines of a log, by number. It takes one bit for each line. */
export class RowSet {
  #words = new Uint32Array(1024);

  add(number: number): void {
    const word = number >>> 5;
    if (word >= this.#words.length) this.#grow(word);
    this.#words[word] = (this.#words[word] ?? 0) | (1 << (number & 31));
  }

  has(number: number): boolean {
    return ((this.#words[number >>> 5] ?? 0) & (1 << (number & 31))) !== 0;
  }

  #grow(word: number): void {
    const larger = new Uint32Array(2 * word);
    larger.set(this.#words);
    this.#words = larger;
  }
}
