/** The last bytes of a stream. Memory stays bounded, however much the program writes. */
export class Tail {
  readonly #limit: number;
  #chunks: Buffer[] = [];
  #held = 0;
  #total = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The number of all bytes of the stream so far. */
  get total(): number {
    return this.#total;
  }

  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#held += chunk.length;
    this.#total += chunk.length;
    if (this.#held > 2 * this.#limit) this.#shorten();
  }

  /** Returns the bytes after `mark`, an earlier `total`, as far as they are still held. */
  since(mark: number): string {
    const wanted = Math.min(this.#total - mark, this.#limit);
    if (wanted <= 0) return '';
    this.#shorten();
    const bytes = this.#chunks[0] ?? Buffer.alloc(0);
    const text = bytes.subarray(Math.max(0, bytes.length - wanted)).toString('utf8');
    return this.#total - mark > wanted ? `…${text}` : text;
  }

  #shorten(): void {
    const all = Buffer.concat(this.#chunks);
    // This is a copy, so that the long chunk behind it can be freed.
    const end = all.length > this.#limit ? Buffer.from(all.subarray(all.length - this.#limit)) : all;
    this.#chunks = [end];
    this.#held = end.length;
  }
}
